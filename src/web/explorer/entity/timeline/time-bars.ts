// Claims along an axis of time: the bar of each, how its ends are meant, and where claims that are at odds overlap.
import { readTimeSpan } from '../../../../domain/time-span.js';
import type { ClaimWeighedFragment } from '../../api/documents.js';
import { along, axisOf, type Axis } from './time-axis.js';

/** Given to the day, month or year; about then; or without an end. */
export type BarEnd = 'given' | 'about' | 'open';

export interface Bar {
  /** In per cent of the axis. */
  readonly left: number;
  readonly width: number;
  readonly begins: BarEnd;
  readonly ends: BarEnd;
  /** Where another claim about the same place is said to hold as well, and both are disputed. */
  readonly overlaps: readonly Stretch[];
}

export interface Stretch {
  readonly left: number;
  readonly width: number;
}

export interface Timeline {
  readonly axis: Axis | null;
  /** By when they begin; each has a bar. */
  readonly dated: readonly { readonly claim: ClaimWeighedFragment; readonly bar: Bar }[];
  readonly undated: readonly ClaimWeighedFragment[];
}

interface Span {
  readonly claim: ClaimWeighedFragment;
  readonly from: number;
  readonly to: number;
  readonly begins: BarEnd;
  readonly ends: BarEnd;
}

export function timelineOf(claims: readonly ClaimWeighedFragment[]): Timeline {
  const read = claims.map(claim => ({ claim, span: spanOf(claim) }));
  const spans = read.flatMap(({ span }) => span ?? []);
  const axis = axisOf(spans.flatMap(({ from, to }) => [from, to]));
  const undated = read.filter(({ span }) => span === null || axis === null).map(({ claim }) => claim);
  if (axis === null) return { axis, dated: [], undated };
  const dated = [...spans]
    .sort((a, b) => (a.from === b.from ? 0 : a.from - b.from) || a.to - b.to)
    .map(span => ({ claim: span.claim, bar: barOf(axis, span, spans) }));
  return { axis, dated, undated };
}

/** Null where its time is unknown, open at both ends, or cannot be read. */
function spanOf(claim: ClaimWeighedFragment): Span | null {
  if (claim.validTime === null) return null;
  const [first = '', second] = claim.validTime.split('/');
  try {
    const { from, to } = readTimeSpan(claim.validTime);
    if (!Number.isFinite(from) && !Number.isFinite(to)) return null;
    return { claim, from, to, begins: endOf(first), ends: endOf(second ?? first) };
  } catch {
    return null;
  }
}

function endOf(date: string): BarEnd {
  if (date === '' || date === '..') return 'open';
  return /[~?%X]/.test(date) ? 'about' : 'given';
}

function barOf(axis: Axis, span: Span, all: readonly Span[]): Bar {
  const overlaps = all
    .filter(other => areRivals(span.claim, other.claim))
    .flatMap(other => {
      const [from, to] = [Math.max(span.from, other.from), Math.min(span.to, other.to)];
      return from <= to ? stretch(axis, from, to) : [];
    });
  return { ...stretch(axis, span.from, span.to), begins: span.begins, ends: span.ends, overlaps };
}

const stretch = (axis: Axis, from: number, to: number): Stretch => {
  const left = along(axis, from);
  return { left, width: along(axis, to) - left };
};

/** Two are said to hold one place, and it is disputed. */
const areRivals = (a: ClaimWeighedFragment, b: ClaimWeighedFragment): boolean =>
  a.id !== b.id &&
  a.status === 'DISPUTED' &&
  b.status === 'DISPUTED' &&
  a.predicate.id === b.predicate.id &&
  a.object !== null &&
  a.object.id === b.object?.id;
