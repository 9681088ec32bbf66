// The rivals in one slot: the claims that are affirmed and compete for it, and the groups of them that cannot all hold.
import type { ClaimId, EntityId } from '../../domain/ids.js';
import type { Polarity } from '../../domain/attestation.js';
import type { SlotKind } from '../../domain/slot.js';
import type { ContradictionKind } from '../../domain/view.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import { MOST_CLAIMS_LISTED, type Contradiction } from './contradiction.js';
import { placeOf, sweep, type InTime } from './intervals.js';
import { bySeq } from '../../graph/walks/walk.js';
import { claimsIn, type SharedSlot, type SlotView } from './slots.js';

/** What rivals are seen through. */
export interface RivalView extends SlotView {
  readonly families: { identityOf(entity: EntityId): EntityId };
  workOutChains(claim: ClaimId, polarity: Polarity): Resumable<{ readonly any: boolean }>;
}

/** Largest groups of which each has more holders than there is room for, in the order of time. */
export interface Crowds {
  readonly kind: ContradictionKind;
  /** By group: a moment at which it, and no more than it, is going on. Ascending. */
  readonly moments: Float64Array;
  /** By group: how many claims are in it. */
  readonly sizes: Uint32Array;
}

/** The groups from the first place to that before the second. */
export type Places = readonly [first: number, end: number];

export class Rivals {
  /** Ends and starts of those that compete, by their places. */
  private readonly spells: Float64Array;

  constructor(
    readonly slot: SharedSlot,
    /** All of them. */
    readonly inTime: InTime<ClaimRecord>,
    /** Those of which it is known what they put into the slot, oldest first. */
    readonly competing: readonly ClaimRecord[],
    /** Groups of dated claims, and groups that may be such, since a time is unknown. */
    readonly crowds: readonly [certain: Crowds, possible: Crowds],
  ) {
    this.spells = new Float64Array(2 * competing.length);
    competing.forEach(({ span }, at) => this.spells.set([span.from, span.to], 2 * at));
  }

  /** Whether a claim that competes is in a group that is too large for certain. */
  crowdsOut(record: ClaimRecord): boolean {
    const [first, end] = placesOf(this.crowds[0], record);
    return first < end;
  }

  /** All that are with a claim that competes in groups that are too large for certain. */
  against(record: ClaimRecord): readonly ClaimRecord[] {
    const [certain] = this.crowds;
    const [first, end] = placesOf(certain, record);
    if (first >= end) return [];
    return this.competing.filter(other => {
      const [from, to] = placesOf(certain, other);
      return other !== record && Math.max(from, first) < Math.min(to, end);
    });
  }

  /** A group as it is shown. @param own lists of claims: of each that has one in the group, one is among those listed. */
  contradictionAt(crowds: Crowds, place: number, own: OwnClaims = []): Contradiction {
    return new Group(this, crowds, place, own);
  }

  /** Of those that are going on at a moment the first so many. */
  firstAt(kind: ContradictionKind, moment: number, wanted: number): ClaimRecord[] {
    const { competing, spells } = this;
    const first: ClaimRecord[] = [];
    for (let at = 0; at < competing.length && first.length < wanted; at += 1) {
      // The numbers beside each other first: most claims of a long list are of another time.
      if (!((spells[2 * at] ?? NaN) <= moment && moment <= (spells[2 * at + 1] ?? NaN))) continue;
      const record = competing[at];
      if (record && holdsAt(kind, moment, record)) first.push(record);
    }
    return first;
  }
}

type OwnClaims = readonly (readonly ClaimRecord[])[];

/** That several claims cannot hold at one time. Which they are is looked up where they are shown: many groups are only counted. */
class Group implements Contradiction {
  readonly kind: ContradictionKind;
  readonly claimsCount: number;
  private readonly moment: number;
  private listed: readonly ClaimRecord[] | undefined;

  constructor(
    private readonly rivals: Rivals,
    { kind, sizes, moments }: Crowds,
    place: number,
    private readonly own: OwnClaims,
  ) {
    this.kind = kind;
    this.claimsCount = sizes[place] ?? 0;
    this.moment = moments[place] ?? NaN;
  }

  get truncated(): boolean {
    return this.claimsCount > MOST_CLAIMS_LISTED;
  }

  get claims(): readonly ClaimRecord[] {
    return (this.listed ??= this.list());
  }

  get key(): string {
    const { kind, truncated, claimsCount, moment } = this;
    if (truncated) return [kind, this.rivals.slot.key, moment, claimsCount].join(' ');
    return [kind, ...this.claims.map(({ claim }) => claim.id)].join(' ');
  }

  private list(): readonly ClaimRecord[] {
    const { kind, moment, own } = this;
    const first = this.rivals.firstAt(kind, moment, Math.min(this.claimsCount, MOST_CLAIMS_LISTED));
    return this.truncated ? withOwn(first, own, record => holdsAt(kind, moment, record)) : first;
  }
}

const holdsAt = (kind: ContradictionKind, moment: number, { span }: ClaimRecord): boolean =>
  span.from <= moment && moment <= span.to && (span.known || kind === 'UNDATED');

function withOwn(
  first: readonly ClaimRecord[],
  own: OwnClaims,
  isIn: (record: ClaimRecord) => boolean,
): readonly ClaimRecord[] {
  const wanted = own.flatMap(records => records.find(isIn) ?? []);
  if (wanted.every(record => first.includes(record))) return first;
  return [...new Set([...wanted, ...first])].slice(0, first.length).sort(bySeq);
}

/** The groups that a claim that competes is in. */
export function placesOf({ kind, moments }: Crowds, { span }: ClaimRecord): Places {
  if (kind !== 'UNDATED' && !span.known) return [0, 0];
  return [placeOf(moments, span.from), placeOf(moments, span.to, true)];
}

/** By group: how many of some claims that compete are in it. */
export function* tally(crowds: Crowds, records: Iterable<ClaimRecord>): Resumable<Uint32Array> {
  const { length } = crowds.moments;
  const changes = new Int32Array(length + 1);
  yield* eachInPieces(records, record => {
    const [first, end] = placesOf(crowds, record);
    if (first >= end) return;
    changes[first] = (changes[first] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  });
  const counts = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) counts[at] = count += changes[at] ?? 0;
  yield length;
  return counts;
}

/** The rivals in a slot. @param among only these claims of it; all unless given. */
export function* rivalsIn(
  view: RivalView,
  slot: SharedSlot,
  among?: readonly ClaimRecord[],
): Resumable<Rivals> {
  const affirmed: ClaimRecord[] = [];
  for (const record of among ?? (yield* claimsIn(view, slot))) {
    yield 1;
    if (!stands(view, record)) continue;
    const { any } = yield* view.workOutChains(record.claim.id, 'AFFIRMS');
    if (any) affirmed.push(record);
  }
  const holders = new Map<ClaimRecord, string>();
  yield* eachInPieces(affirmed, record => {
    const holder = holderOf(view, record, slot.kind);
    if (holder !== null && record.span.from <= record.span.to) holders.set(record, holder);
  });
  const inTime = {
    byStart: yield* sorted(affirmed, (a, b) => compare(a.span.from, b.span.from)),
    // Backwards it is nearest first, and of the equally near the oldest.
    byEnd: yield* sorted(affirmed, (a, b) => compare(a.span.to, b.span.to) || bySeq(b, a)),
  };
  const competing = affirmed.length === holders.size ? affirmed : [...holders.keys()];
  const room = roomIn(view, slot);
  const certain = slot.kind === 'opposite' ? 'OPPOSITE' : 'SAME_SLOT';
  const isDated = (record: ClaimRecord): boolean => record.span.known && holders.has(record);
  const dated = only(inTime, isDated);
  const all =
    dated.byStart.length === competing.length ? NOBODY : only(inTime, record => holders.has(record));
  return new Rivals(slot, inTime, competing, [
    yield* crowdsAmong(certain, dated, holders, room),
    yield* crowdsAmong('UNDATED', all, holders, room),
  ]);
}

const NOBODY: InTime<ClaimRecord> = { byStart: [], byEnd: [] };

const only = (
  { byStart, byEnd }: InTime<ClaimRecord>,
  passes: (record: ClaimRecord) => boolean,
): InTime<ClaimRecord> => ({
  byStart: byStart.filter(passes),
  byEnd: byEnd.filter(passes),
});

/** Ends of time are no numbers to subtract. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function* crowdsAmong(
  kind: ContradictionKind,
  inTime: InTime<ClaimRecord>,
  holders: ReadonlyMap<ClaimRecord, string>,
  room: number,
): Resumable<Crowds> {
  const present = new Map<string, number>();
  let undated = 0;
  const count = (record: ClaimRecord, by: number): void => {
    const holder = holders.get(record) ?? '';
    const claims = (present.get(holder) ?? 0) + by;
    if (claims === 0) present.delete(holder);
    else present.set(holder, claims);
    if (!record.span.known) undated += by;
  };
  const moments: number[] = [];
  const sizes: number[] = [];
  yield* sweep(inTime, record => record.span, {
    come: record => count(record, 1),
    go: record => count(record, -1),
    stop: ({ moment, size }) => {
      if (present.size <= room || (kind === 'UNDATED' && undated === 0)) return;
      moments.push(moment);
      sizes.push(size);
    },
  });
  return { kind, moments: new Float64Array(moments), sizes: new Uint32Array(sizes) };
}

/** Recorded by then, and neither withdrawn nor superseded. */
export const stands = ({ lens }: SlotView, record: ClaimRecord): boolean =>
  lens.knows(record) && lens.since(record.withdrawn) === null && lens.since(record.superseded) === null;

/** How many different holders a slot has room for at one time. */
const roomIn = ({ graph }: SlotView, { kind, claim }: SharedSlot): number =>
  kind === 'seats' ? (graph.vocabulary.predicateOrPlain(claim.predicate).seats ?? 1) : 1;

/** What a claim puts into the slot; null where that is unknown, which contradicts nothing. */
export function holderOf({ families }: RivalView, { claim }: ClaimRecord, kind: SlotKind): string | null {
  if (kind === 'opposite') return claim.predicate;
  if (kind === 'seats') return families.identityOf(claim.subject);
  if (claim.object !== undefined) return families.identityOf(claim.object);
  if (claim.value === undefined || claim.value.type === 'SOME_VALUE') return null;
  return claim.value.type === 'NO_VALUE' ? 'NO_VALUE' : `= ${claim.value.text}`;
}
