// Where in the numbers of a packed event the ids of its attestation stand, so attestations can stay packed.
import type { EventShape } from './event-pack.js';
import { partOf } from './shape-width.js';

/** Places after the number of the shape. */
export interface AttachedShape {
  readonly id: number;
  readonly claim: number;
  readonly source: number;
  readonly at: number;
  /** It neither denies nor relays, and nobody gave it a key: nothing but its own record comes of it. */
  readonly isPlain: boolean;
}

const ATTESTATION = ['event', 'attestation'] as const;

/** Null for other events, and where the parts are not such as can be found unread. */
export function attachedShape(shape: EventShape): AttachedShape | null {
  if (sameAt(shape, ['event', 'type']) !== 'SourceAttached') return null;
  const [id, at] = [placeOf(shape, [...ATTESTATION, 'id'], 'hash'), placeOf(shape, ['at'], 'time')];
  const claim = placeOf(shape, [...ATTESTATION, 'claim'], 'text');
  const source = placeOf(shape, [...ATTESTATION, 'source'], 'text');
  if (id === null || at === null || claim === null || source === null) return null;
  const affirms = sameAt(shape, [...ATTESTATION, 'polarity']) === 'AFFIRMS';
  const relays = sameAt(shape, [...ATTESTATION, 'relays']);
  const relaysNone = Array.isArray(relays) && relays.length === 0;
  const isPlain = affirms && relaysNone && partOf(shape, ['event', 'idempotency']) === null;
  return { id, claim, source, at, isPlain };
}

function placeOf(shape: EventShape, path: readonly string[], kind: 'text' | 'hash' | 'time'): number | null {
  const found = partOf(shape, path);
  return found?.part === kind ? 1 + found.at : null;
}

function sameAt(shape: EventShape, path: readonly string[]): unknown {
  const part = partOf(shape, path)?.part;
  return typeof part === 'object' && 'same' in part ? part.same : undefined;
}
