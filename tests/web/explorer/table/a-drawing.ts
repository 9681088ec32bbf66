// A small drawing for the table's tests: claims by what a test is about, the rest as plain as can be.
import type { ClaimWeighedFragment } from '../../../../src/web/explorer/api/documents.js';
import type { DrawnClaim, DrawnEdge, Drawing } from '../../../../src/web/explorer/walk/drawing.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

export const entity = entityLine;

type Told = Partial<Omit<ClaimWeighedFragment, 'support'>> & {
  readonly support?: Partial<ClaimWeighedFragment['support']>;
};

export function edge(id: string, { support, ...told }: Told = {}): DrawnEdge {
  const plain = weighed('Ann meets Bob', { id, sentence: `Ann meets Bob (${id})`, validTime: '2014' });
  const claim: ClaimWeighedFragment = {
    ...plain,
    predicate: { id: 'meets', label: 'meets', symmetric: true },
    ...told,
    support: { ...plain.support, ...support },
  };
  return {
    claim,
    from: claim.subject.id,
    to: claim.object?.id ?? '',
    words: 'meets',
    isWeakest: false,
    fall: null,
  };
}

/** A claim with a value. */
export const valued = (id: string, value: ClaimWeighedFragment['value'], told: Told = {}): DrawnClaim => {
  const { claim } = edge(id, { ...told, sentence: `Ann is aged (${id})`, object: null, value });
  return { claim, isWeakest: false, fall: null };
};

export const drawing = (...edges: readonly DrawnEdge[]): Drawing => ({ nodes: [], edges, lineless: [] });
