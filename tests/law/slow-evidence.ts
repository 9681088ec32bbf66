// The evidence rules written as plainly as they read, with no regard to cost: all chains by recursion, all choices of chains
// tried, families by merging until nothing changes. What the fast rules are checked against.
import { weakness, CERTAINTIES, type Polarity } from '../../src/domain/attestation.js';
import type { EntityId } from '../../src/domain/ids.js';
import { overlaps, readTimeSpan } from '../../src/domain/time-span.js';
import type { Independence } from '../../src/domain/view.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import type { SlowAttestation, SlowClaim, SlowSource, SlowWorld } from './slow-world.js';

export type SlowChain = readonly SlowAttestation[];
type Family = readonly SlowAttestation[];

export class SlowEvidence {
  private readonly kinKept = new Map<string, Set<EntityId>>();

  constructor(
    readonly world: SlowWorld,
    readonly vocabulary: Vocabulary,
  ) {}

  /** Section 2: every simple path from a held attestation over relays to an origin. */
  chains(claim: string, polarity: Polarity): SlowChain[] {
    const live = this.liveOf(claim, polarity);
    const found: SlowChain[] = [];
    const go = (path: SlowChain, at: SlowAttestation): void => {
      if (path.includes(at)) return;
      if (at.lineage !== 'RELAYED') found.push([...path, at]);
      else for (const next of live.filter(one => at.relays.includes(one.id))) go([...path, at], next);
    };
    for (const start of live) if (this.world.source(start.source).held) go([], start);
    return found;
  }

  carrying(claim: string, polarity: Polarity): SlowAttestation[] {
    const chains = this.chains(claim, polarity);
    return this.liveOf(claim, polarity).filter(one => chains.some(chain => chain.includes(one)));
  }

  isCircular(claim: string, polarity: Polarity): boolean {
    const live = this.liveOf(claim, polarity);
    const relaysOf = (one: SlowAttestation): SlowAttestation[] =>
      one.lineage === 'RELAYED' ? live.filter(other => one.relays.includes(other.id)) : [];
    return live.some(start => {
      let reached = relaysOf(start);
      for (let step = 0; step < live.length; step += 1)
        reached = [...new Set([...reached, ...reached.flatMap(relaysOf)])];
      return reached.includes(start);
    });
  }

  private liveOf(claim: string, polarity: Polarity): SlowAttestation[] {
    return this.world.live().filter(one => one.claim === claim && one.polarity === polarity);
  }

  /** Section 3: dependence claims that count, apart from their time. */
  ties(): SlowClaim[] {
    return this.world.claims.filter(
      claim =>
        this.vocabulary.predicateOrPlain(claim.predicate).dependence &&
        !claim.withdrawn &&
        this.chains(claim.id, 'AFFIRMS').length > 0,
    );
  }

  /** Everything a party is joined with at the time it spoke, itself included. */
  kin(party: EntityId, publishedAt: string | undefined): Set<EntityId> {
    const key = `${party} ${publishedAt}`;
    const kept = this.kinKept.get(key);
    if (kept) return kept;
    const spoken = readTimeSpan(publishedAt);
    const pairs = [
      ...this.ties()
        .filter(tie => overlaps(readTimeSpan(tie.validTime), spoken))
        .map(tie => [tie.subject, tie.object ?? tie.subject] as const),
      ...this.samePairs(),
    ];
    const kin = closure(party, pairs);
    this.kinKept.set(key, kin);
    return kin;
  }

  samePairs(): (readonly [EntityId, EntityId])[] {
    return this.world.judgements.flatMap(({ a, b, judgement }) =>
      judgement === 'SAME' ? [[a, b] as const] : [],
    );
  }

  /** A name for all that are judged to be one with an entity. */
  oneOf(id: EntityId | undefined): string | undefined {
    return id === undefined ? undefined : [...closure(id, this.samePairs())].sort().join();
  }

  kinOf(one: SlowAttestation): Set<string> {
    const source = this.world.source(one.source);
    return source.party === undefined
      ? new Set([`unnamed ${source.id}`])
      : this.kin(source.party, source.publishedAt);
  }

  /** Families of a claim: groups of its carrying attestations, merged while any two share kin. */
  families(claim: string): Family[] {
    const carrying = [...this.carrying(claim, 'AFFIRMS'), ...this.carrying(claim, 'DENIES')];
    let groups = carrying.map(one => ({ members: [one], kin: new Set(this.kinOf(one)) }));
    for (;;) {
      const pair = groups
        .flatMap(a => groups.map(b => [a, b] as const))
        .find(([a, b]) => a !== b && [...a.kin].some(entity => b.kin.has(entity)));
      if (!pair) return groups.map(({ members }) => members);
      const [a, b] = pair;
      const merged = { members: [...a.members, ...b.members], kin: new Set([...a.kin, ...b.kin]) };
      groups = [...groups.filter(group => group !== a && group !== b), merged];
    }
  }

  private endsItIsAbout({ subject, object, predicate }: SlowClaim): string[] {
    const { symmetric } = this.vocabulary.predicateOrPlain(predicate);
    return symmetric && object !== undefined ? [subject, object] : [subject];
  }

  support(claim: SlowClaim, polarity: Polarity) {
    const chains = this.chains(claim.id, polarity);
    const carrying = this.carrying(claim.id, polarity);
    const sources = carrying.map(one => this.world.source(one.source));
    const families = this.families(claim.id);
    const familyOf = (one: SlowAttestation): number => families.findIndex(family => family.includes(one));
    const origins = carrying.filter(one => one.lineage !== 'RELAYED');
    const independent = mostDisjoint(chains, familyOf);
    const established = mostDisjoint(
      chains.filter(chain => chain.every(one => this.isEstablished(one))),
      familyOf,
    );
    return {
      attestations: carrying.length,
      sources: new Set(sources).size,
      parties: new Set(sources.map(source => this.oneOf(source.party) ?? source.id)).size,
      origins: new Set(origins.map(familyOf)).size,
      independent,
      independence: independenceOf(chains.length, independent, established),
      soleDependencies: families
        .filter(family => chains.length > 0 && chains.every(chain => chain.some(one => family.includes(one))))
        .map(family => this.partiesOf(family))
        .filter(parties => parties.length > 0),
      interested: origins.some(one => this.endsItIsAbout(claim).some(end => this.kinOf(one).has(end))),
      circular: this.isCircular(claim.id, polarity),
      denials: this.carrying(claim.id, 'DENIES').length,
      certainty: firmest(chains),
      ...saidBetween(sources),
    };
  }

  partiesOf(family: Family): EntityId[] {
    return [...new Set(family.flatMap(one => this.world.source(one.source).party ?? []))].sort();
  }

  private isEstablished(one: SlowAttestation): boolean {
    return one.lineage !== 'UNRECORDED' && this.world.source(one.source).party !== undefined;
  }
}

/** All that can be reached from one over pairs read both ways. */
export function closure(from: EntityId, pairs: readonly (readonly [EntityId, EntityId])[]): Set<EntityId> {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const [a, b] of pairs) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
  }
  return reached;
}

/** Every choice of chains is tried; those in which two share a family are dropped. */
function mostDisjoint(chains: readonly SlowChain[], familyOf: (one: SlowAttestation) => number): number {
  const sets = chains.map(chain => new Set(chain.map(familyOf)));
  const best = (from: number, taken: ReadonlySet<number>): number => {
    const set = sets[from];
    if (!set) return 0;
    const without = best(from + 1, taken);
    if ([...set].some(family => taken.has(family))) return without;
    return Math.max(without, 1 + best(from + 1, new Set([...taken, ...set])));
  };
  return best(0, new Set());
}

function independenceOf(chains: number, independent: number, established: number): Independence {
  if (chains === 0) return 'NONE';
  if (chains === 1) return 'SINGLE';
  if (independent === 1) return 'DEPENDENT';
  return established >= 2 ? 'ESTABLISHED' : 'NOT_ESTABLISHED';
}

function firmest(chains: readonly SlowChain[]) {
  const weakest = chains.map(chain => Math.max(...chain.map(one => weakness(one.certainty))));
  return weakest.length === 0 ? null : CERTAINTIES[Math.min(...weakest)];
}

function saidBetween(sources: readonly SlowSource[]) {
  const spans = sources.flatMap(({ publishedAt }) =>
    publishedAt === undefined ? [] : [readTimeSpan(publishedAt)],
  );
  const first = spans.find(span => spans.every(other => span.from <= other.from));
  const last = spans.find(span => spans.every(other => span.to >= other.to));
  return { firstSaid: first?.text ?? null, lastSaid: last?.text ?? null };
}
