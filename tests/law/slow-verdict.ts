// What follows from slow evidence: contradictions by looking at every group of claims, succession, status, and impact by
// working out every claim twice.
import { weakness } from '../../src/domain/attestation.js';
import { overlaps, readTimeSpan, type TimeSpan } from '../../src/domain/time-span.js';
import type { ClaimStatus, ContradictionKind } from '../../src/domain/view.js';
import { closure, SlowEvidence } from './slow-evidence.js';
import { SlowWorld, type Aside, type SlowAttestation, type SlowClaim } from './slow-world.js';

type Kind = 'value' | 'seats' | 'opposite';

export class SlowVerdict {
  constructor(readonly evidence: SlowEvidence) {}

  /** Section 5, as `KIND claim claim …`, sorted. */
  contradictionsOf(claim: SlowClaim): string[] {
    const slots = (['value', 'seats', 'opposite'] as const).flatMap(kind => this.slotConflicts(claim, kind));
    return [...this.denials(claim), ...slots].sort();
  }

  private denials(claim: SlowClaim): string[] {
    if (!stands(claim)) return [];
    const families = this.evidence.families(claim.id);
    const speakers = (polarity: 'AFFIRMS' | 'DENIES'): number[] =>
      this.evidence
        .carrying(claim.id, polarity)
        .filter(one => one.lineage !== 'RELAYED')
        .map(one => families.findIndex(family => family.includes(one)));
    const pairs = speakers('AFFIRMS').flatMap(yes => speakers('DENIES').map(no => yes === no));
    return [
      ...(pairs.includes(false) ? [`DENIAL ${claim.id}`] : []),
      ...(pairs.includes(true) ? [`SELF_REVERSAL ${claim.id}`] : []),
    ];
  }

  /** Every group of claims of one slot that are all going on at once, and that no claim could be added to. */
  private slotConflicts(claim: SlowClaim, kind: Kind): string[] {
    const rivals = this.affirmed().filter(
      other => this.inSameSlot(claim, other, kind) && this.holder(other, kind) !== null,
    );
    const certain = conflictKind(kind);
    return [
      ...this.crowds(
        claim,
        rivals.filter(other => spanOf(other).known),
        kind,
        certain,
      ),
      ...this.crowds(claim, rivals, kind, 'UNDATED').filter(key =>
        key.split(' ').some(id => rivals.some(other => other.id === id && !spanOf(other).known)),
      ),
    ];
  }

  private crowds(
    claim: SlowClaim,
    among: readonly SlowClaim[],
    slot: Kind,
    kind: ContradictionKind,
  ): string[] {
    const room = slot === 'seats' ? (this.predicate(claim).seats ?? 1) : 1;
    const concurrent = subsets(among).filter(group => group.length > 0 && shareMoment(group));
    const largest = concurrent.filter(
      group =>
        !concurrent.some(other => other.length > group.length && group.every(one => other.includes(one))),
    );
    return largest
      .filter(group => group.includes(claim))
      .filter(group => new Set(group.map(one => this.holder(one, slot))).size > room)
      .map(group => [kind, ...group.map(one => one.id)].join(' '));
  }

  succession(claim: SlowClaim) {
    const others = this.affirmed().filter(
      other =>
        other !== claim &&
        (this.inSameSlot(claim, other, 'value') || this.inSameSlot(claim, other, 'seats')) &&
        !overlaps(spanOf(other), spanOf(claim)),
    );
    const isBefore = (other: SlowClaim): boolean => spanOf(other).to < spanOf(claim).from;
    return {
      before: others
        .filter(isBefore)
        .map(other => other.id)
        .sort(),
      after: others
        .filter(other => !isBefore(other))
        .map(other => other.id)
        .sort(),
    };
  }

  /** Section 4, in its order. */
  statusOf(claim: SlowClaim): ClaimStatus {
    const support = this.evidence.support(claim, 'AFFIRMS');
    const excluded = this.contradictionsOf(claim).some(key => /^(SAME_SLOT|OPPOSITE) /.test(key));
    if (claim.withdrawn) return 'WITHDRAWN';
    if (claim.superseded) return 'SUPERSEDED';
    if (support.independence === 'NONE' && support.denials === 0) return 'UNSUPPORTED';
    if (support.independence === 'NONE') return 'DENIED';
    if (support.denials > 0 || excluded) return 'DISPUTED';
    if (support.certainty && weakness(support.certainty) >= weakness('POSSIBLE')) return 'SPECULATIVE';
    return support.independence === 'ESTABLISHED' ? 'CORROBORATED' : 'SUPPORTED';
  }

  /** Section 6: every claim before and after. */
  impactOf(aside: Aside) {
    const { world, vocabulary } = this.evidence;
    const after = new SlowVerdict(
      new SlowEvidence(new SlowWorld(world.events, world.view, aside), vocabulary),
    );
    const rows = world.claims.map(claim => ({ id: claim.id, was: this.row(claim), is: after.row(claim) }));
    return {
      losesAllSupport: rows.filter(
        ({ was, is }) => was.independence !== 'NONE' && is.independence === 'NONE',
      ),
      dropsToOneChain: rows.filter(
        ({ was, is }) =>
          (is.independence === 'SINGLE' && was.independence !== 'SINGLE') ||
          (is.independent === 1 && was.independent > 1),
      ),
      changesStatus: rows.filter(({ was, is }) => was.status !== is.status),
    };
  }

  private row(claim: SlowClaim) {
    const found = this.evidence.world.claim(claim.id) ?? claim;
    const { independence, independent } = this.evidence.support(found, 'AFFIRMS');
    return { independence, independent, status: this.statusOf(found) };
  }

  /** What is set aside with a party: with its family, whoever was kin to it when it spoke. */
  asideFor(id: string, withFamily: boolean): Aside {
    return (one: SlowAttestation, source) => {
      if (one.id === id || source.id === id) return true;
      if (source.party !== undefined && closure(id, this.evidence.samePairs()).has(source.party)) return true;
      return withFamily && source.party !== undefined && this.evidence.kinOf(one).has(id);
    };
  }

  private affirmed(): SlowClaim[] {
    return this.evidence.world.claims.filter(
      claim => stands(claim) && this.evidence.chains(claim.id, 'AFFIRMS').length > 0,
    );
  }

  private inSameSlot(a: SlowClaim, b: SlowClaim, kind: Kind): boolean {
    const predicate = this.predicate(a);
    if (kind === 'opposite') {
      const ends = this.areOne(a.subject, b.subject) && this.areOne(a.object, b.object);
      const turned =
        predicate.symmetric && this.areOne(a.object, b.subject) && this.areOne(a.subject, b.object);
      return (
        predicate.opposite !== undefined &&
        [predicate.id, predicate.opposite].includes(b.predicate) &&
        (ends || turned)
      );
    }
    if (a.predicate !== b.predicate) return false;
    if (kind === 'value') return predicate.oneAtATime && this.areOne(a.subject, b.subject);
    return predicate.seats !== undefined && a.object !== undefined && this.areOne(a.object, b.object);
  }

  /** What a claim puts into its slot; entities judged the same are one. */
  private holder(claim: SlowClaim, kind: Kind): string | null {
    const one = (id: string): string | null => this.evidence.oneOf(id) ?? null;
    if (kind === 'opposite') return claim.predicate;
    if (kind === 'seats') return one(claim.subject);
    if (claim.object !== undefined) return one(claim.object);
    return claim.value?.type === 'SOME_VALUE' ? null : JSON.stringify(claim.value);
  }

  private areOne(a: string | undefined, b: string | undefined): boolean {
    return this.evidence.oneOf(a) === this.evidence.oneOf(b);
  }

  private predicate(claim: SlowClaim) {
    return this.evidence.vocabulary.predicateOrPlain(claim.predicate);
  }
}

const spanOf = (claim: SlowClaim): TimeSpan => readTimeSpan(claim.validTime);
const stands = (claim: SlowClaim): boolean => !claim.withdrawn && !claim.superseded;
const conflictKind = (kind: Kind): ContradictionKind => (kind === 'opposite' ? 'OPPOSITE' : 'SAME_SLOT');

function shareMoment(claims: readonly SlowClaim[]): boolean {
  const spans = claims.map(spanOf);
  return Math.max(...spans.map(span => span.from)) <= Math.min(...spans.map(span => span.to));
}

const subsets = <T>(list: readonly T[]): T[][] =>
  list.reduce<T[][]>((found, one) => [...found, ...found.map(group => [...group, one])], [[]]);
