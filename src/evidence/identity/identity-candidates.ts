// Proposes pairs that may be one entity: they share a name, a page or an identifier. People judge; nothing is joined here.
import type { EntityId } from '../../domain/ids.js';
import type { PairJudgement } from '../../graph/identity/identity-classes.js';
import { MOST_ALIKE, MOST_TWINS, NAME_LIKENESSES, type NameTwin } from '../../graph/names/name-twins.js';
import { eachInPieces, sorted, STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';
import {
  identifierIn,
  isKept,
  itemAt,
  profileOf,
  type Identifier,
  type IdentityProfile,
} from './identity-profile.js';
import { reasonsOn, scoreOf, type IdentityReason } from './identity-reasons.js';
import type { ViewedGraph } from '../viewed-graph.js';

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

/** Who may be one with whom, or with one entity, in a view. Name search must be ready, and `names.twins` too. */
export const identityCandidates = (
  viewed: ViewedGraph,
  entity: EntityId | null,
): Resumable<CandidatesFound> => new Search(viewed, entity).run();

class Search {
  /** By the two entities that stand for those that are one already; the closest of their names where they share one. */
  private readonly pairs = new Map<string, { a: EntityId; b: EntityId; twin: NameTwin | null }>();
  private readonly profiles = new Map<EntityId, IdentityProfile>();
  /** By the entities that stand for the two sides: of each side somebody is judged different from somebody of the other. */
  private readonly different = new Set<string>();
  private crowded = 0;
  private isCut = false;

  constructor(
    private readonly viewed: ViewedGraph,
    private readonly entity: EntityId | null,
  ) {}

  *run(): Resumable<CandidatesFound> {
    const { graph, lens } = this.viewed;
    const { twins } = graph.names;
    const own = this.entity === null ? null : lens.identities.membersOf(this.entity);
    yield* eachInPieces(lens.identities.judgements, judged => this.noteDifferent(judged));
    const named = own ? own.flatMap(id => twins.of(id)) : [...twins.all()];
    yield* eachInPieces(named, twin => this.pair(twin.a, twin.b, twin));
    yield* this.pairByIdentifiers();
    const candidates: IdentityCandidate[] = [];
    for (const { a, b, twin } of this.pairs.values()) candidates.push(yield* this.weigh(a, b, twin));
    const age = (id: EntityId): number => graph.findEntity(id)?.recorded.seq ?? 0;
    const inOrder = yield* sorted(
      candidates,
      (x, y) => y.score - x.score || age(x.a) - age(y.a) || age(x.b) - age(y.b),
    );
    return { candidates: inOrder, reason: this.reason(), conflicts: this.conflicts(own) };
  }

  private noteDifferent({ a, b, judgement }: PairJudgement): void {
    if (judgement === 'DIFFERENT') this.different.add(this.keyOfPair(a, b));
  }

  /** The same for all that are one with the two. */
  private keyOfPair(one: EntityId, other: EntityId): string {
    const { identities } = this.viewed.lens;
    return [identities.homeOf(one), identities.homeOf(other)].sort().join(' ');
  }

  private pair(one: EntityId, other: EntityId, twin: NameTwin | null): void {
    const { graph, lens } = this.viewed;
    const { identities } = lens;
    const records = [graph.findEntity(one), graph.findEntity(other)];
    if (identities.areOne(one, other) || records.some(record => !record || !lens.knows(record))) return;
    const [a, b] = [identities.homeOf(one), identities.homeOf(other)].sort() as [EntityId, EntityId];
    const key = `${a} ${b}`;
    const known = this.pairs.get(key);
    if (known) {
      if (twin && isCloser(twin, known.twin)) known.twin = twin;
      return;
    }
    if (this.entity !== null && !identities.areOne(this.entity, a) && !identities.areOne(this.entity, b))
      return;
    if (this.different.has(key)) return;
    if (this.pairs.size >= MOST_PAIRS) this.isCut = true;
    else this.pairs.set(key, { a, b, twin });
  }

  private *pairByIdentifiers(): Resumable<void> {
    const { graph } = this.viewed;
    const holders = new Map<string, Set<EntityId>>();
    const note = (key: string, id: EntityId): unknown =>
      holders.get(key)?.add(id) ?? holders.set(key, new Set([id]));
    yield* eachInPieces(graph.entities(), ({ entity }) => {
      for (const page of entity.sameAs) {
        const item = itemAt(page);
        note(item ? keyOf(item) : page, entity.id);
      }
    });
    let looked = 0;
    for (const record of graph.claims()) {
      if ((looked += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
      const identifier = identifierIn(record);
      if (!identifier || !(yield* isKept(this.viewed, record))) continue;
      note(keyOf(identifier), record.claim.subject);
    }
    for (const ids of holders.values()) {
      if (ids.size < 2) continue;
      yield Math.min(ids.size, MOST_ALIKE) ** 2;
      this.pairAll([...ids]);
    }
  }

  private pairAll(ids: readonly EntityId[]): void {
    if (ids.length > MOST_ALIKE) this.crowded += 1;
    const some = ids.slice(0, MOST_ALIKE);
    some.forEach((a, index) => some.slice(index + 1).forEach(b => this.pair(a, b, null)));
  }

  private *weigh(one: EntityId, other: EntityId, twin: NameTwin | null): Resumable<IdentityCandidate> {
    const { viewed } = this;
    const age = (id: EntityId): number => viewed.graph.findEntity(id)?.recorded.seq ?? 0;
    const [a, b] = age(one) <= age(other) ? [one, other] : [other, one];
    const sides = { viewed, a: yield* this.profile(a), b: yield* this.profile(b) };
    const { reasons, against } = yield* reasonsOn(sides, twin);
    return { a, b, reasons, against, score: scoreOf(reasons, against) };
  }

  private *profile(id: EntityId): Resumable<IdentityProfile> {
    const known = this.profiles.get(id);
    if (known) return known;
    const profile = yield* profileOf(this.viewed, id);
    this.profiles.set(id, profile);
    return profile;
  }

  private reason(): string | null {
    const { twins } = this.viewed.graph.names;
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
    const { conflicts } = this.viewed.lens.identities;
    const mine = own && new Set(own);
    return mine ? conflicts.filter(({ a }) => mine.has(a)) : conflicts;
  }
}

const isCloser = (twin: NameTwin, known: NameTwin | null): boolean =>
  known === null || NAME_LIKENESSES.indexOf(twin.likeness) < NAME_LIKENESSES.indexOf(known.likeness);

const keyOf = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;
