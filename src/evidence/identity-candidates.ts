// Who may be one with whom: pairs that share a name, a page or an identifier, weighed. Nothing is joined here: people judge.
import type { EntityId } from '../domain/ids.js';
import type { PairJudgement } from '../graph/identity-classes.js';
import { MOST_ALIKE, MOST_TWINS, NAME_LIKENESSES, type NameTwin } from '../graph/name-twins.js';
import {
  identifierIn,
  isKept,
  itemAt,
  profileOf,
  type Identifier,
  type IdentityProfile,
} from './identity-profile.js';
import { reasonsAgainst, reasonsFor, scoreOf, type IdentityReason } from './identity-reasons.js';
import type { Reading } from './reading.js';

export interface IdentityCandidate {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly score: number;
  readonly reasons: readonly IdentityReason[];
  readonly against: readonly IdentityReason[];
}

export interface CandidatesFound {
  /** The likeliest first. */
  readonly candidates: readonly IdentityCandidate[];
  /** What was left out; null where nothing was. */
  readonly reason: string | null;
  /** Judged different, and yet joined through others. */
  readonly conflicts: readonly PairJudgement[];
}

/** So many pairs are weighed at most. */
const MOST_PAIRS = 20_000;
const PAIRS_BETWEEN_RESTS = 100;
const CLAIMS_BETWEEN_RESTS = 5_000;

type Rest = () => Promise<void>;

/** Who may be one with whom, or with one entity, in a view. Name search must be ready, and `names.twins` too. */
export async function identityCandidates(
  reading: Reading,
  entity: EntityId | null,
  rest: Rest,
): Promise<CandidatesFound> {
  return new Search(reading, entity).run(rest);
}

class Search {
  /** By the two entities that stand for those that are one already; the closest of their names where they share one. */
  private readonly pairs = new Map<string, { a: EntityId; b: EntityId; twin: NameTwin | null }>();
  private readonly profiles = new Map<EntityId, IdentityProfile>();
  private crowded = 0;
  private isCut = false;

  constructor(
    private readonly reading: Reading,
    private readonly entity: EntityId | null,
  ) {}

  async run(rest: Rest): Promise<CandidatesFound> {
    const { graph, lens } = this.reading;
    const { twins } = graph.names;
    const own = this.entity === null ? null : lens.identities.membersOf(this.entity);
    for (const twin of own ? own.flatMap(id => twins.of(id)) : [...twins.all()]) {
      this.pair(twin.a, twin.b, twin);
    }
    await this.pairByIdentifiers(rest);
    const candidates: IdentityCandidate[] = [];
    for (const [index, { a, b, twin }] of [...this.pairs.values()].entries()) {
      if (index % PAIRS_BETWEEN_RESTS === PAIRS_BETWEEN_RESTS - 1) await rest();
      candidates.push(this.weigh(a, b, twin));
    }
    const age = (id: EntityId): number => graph.findEntity(id)?.recorded.seq ?? 0;
    candidates.sort((x, y) => y.score - x.score || age(x.a) - age(y.a) || age(x.b) - age(y.b));
    return { candidates, reason: this.reason(), conflicts: this.conflicts(own) };
  }

  private pair(one: EntityId, other: EntityId, twin: NameTwin | null): void {
    const { graph, lens } = this.reading;
    const { identities } = lens;
    const records = [graph.findEntity(one), graph.findEntity(other)];
    if (identities.areOne(one, other) || records.some(record => !record || !lens.knows(record))) return;
    const [a, b] = [identities.homeOf(one), identities.homeOf(other)].sort() as [EntityId, EntityId];
    const known = this.pairs.get(`${a} ${b}`);
    if (known) {
      if (twin && isCloser(twin, known.twin)) known.twin = twin;
      return;
    }
    if (this.entity !== null && !identities.areOne(this.entity, a) && !identities.areOne(this.entity, b))
      return;
    if (this.areDifferent(a, b)) return;
    if (this.pairs.size >= MOST_PAIRS) this.isCut = true;
    else this.pairs.set(`${a} ${b}`, { a, b, twin });
  }

  /** Whether anyone of the one side is judged different from anyone of the other. */
  private areDifferent(a: EntityId, b: EntityId): boolean {
    const { identities } = this.reading.lens;
    const others = identities.membersOf(b);
    return identities
      .membersOf(a)
      .some(one => others.some(other => identities.judgementOn(one, other)?.judgement === 'DIFFERENT'));
  }

  private async pairByIdentifiers(rest: Rest): Promise<void> {
    const { graph } = this.reading;
    const holders = new Map<string, Set<EntityId>>();
    const note = (key: string, id: EntityId): unknown =>
      holders.get(key)?.add(id) ?? holders.set(key, new Set([id]));
    let looked = 0;
    for (const { entity } of graph.entities()) {
      if ((looked += 1) % CLAIMS_BETWEEN_RESTS === 0) await rest();
      for (const page of entity.sameAs) {
        const item = itemAt(page);
        note(item ? keyOf(item) : page, entity.id);
      }
    }
    for (const record of graph.claims()) {
      if ((looked += 1) % CLAIMS_BETWEEN_RESTS === 0) await rest();
      const identifier = identifierIn(record);
      if (!identifier || !isKept(this.reading, record)) continue;
      note(keyOf(identifier), record.claim.subject);
    }
    for (const ids of holders.values()) this.pairAll([...ids]);
  }

  private pairAll(ids: readonly EntityId[]): void {
    if (ids.length > MOST_ALIKE) this.crowded += 1;
    const some = ids.slice(0, MOST_ALIKE);
    some.forEach((a, index) => some.slice(index + 1).forEach(b => this.pair(a, b, null)));
  }

  private weigh(one: EntityId, other: EntityId, twin: NameTwin | null): IdentityCandidate {
    const { graph } = this.reading;
    const age = (id: EntityId): number => graph.findEntity(id)?.recorded.seq ?? 0;
    const [a, b] = age(one) <= age(other) ? [one, other] : [other, one];
    const sides = { reading: this.reading, a: this.profile(a), b: this.profile(b) };
    const reasons = reasonsFor(sides, twin);
    const against = reasonsAgainst(sides);
    return { a, b, reasons, against, score: scoreOf(reasons, against) };
  }

  private profile(id: EntityId): IdentityProfile {
    const known = this.profiles.get(id) ?? profileOf(this.reading, id);
    this.profiles.set(id, known);
    return known;
  }

  private reason(): string | null {
    const { twins } = this.reading.graph.names;
    const crowded = this.crowded + twins.crowdedKeys;
    const reasons = [
      ...(crowded > 0
        ? [`of ${crowded} names and identifiers that more than ${MOST_ALIKE} share, not all were compared`]
        : []),
      ...(twins.isFull
        ? [`no more than ${MOST_TWINS.toLocaleString('en')} pairs of like names are kept`]
        : []),
      ...(this.isCut
        ? [`no more than ${MOST_PAIRS.toLocaleString('en')} pairs are weighed: ask by entity`]
        : []),
    ];
    return reasons.length === 0 ? null : reasons.join('; ');
  }

  private conflicts(own: readonly EntityId[] | null): readonly PairJudgement[] {
    const { conflicts } = this.reading.lens.identities;
    return own === null ? conflicts : conflicts.filter(({ a }) => own.includes(a));
  }
}

const isCloser = (twin: NameTwin, known: NameTwin | null): boolean =>
  known === null || NAME_LIKENESSES.indexOf(twin.likeness) < NAME_LIKENESSES.indexOf(known.likeness);

const keyOf = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;
