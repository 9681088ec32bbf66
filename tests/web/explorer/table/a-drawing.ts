// A small drawing for the table's tests: claims by what a test is about, the rest as plain as can be.
import type { ClaimWeighedFragment, EntityLineFragment } from '../../../../src/web/explorer/api/documents.js';
import type { DrawnEdge, Drawing } from '../../../../src/web/explorer/walk/drawing.js';

export const entity = (label: string): EntityLineFragment => ({
  id: `entity:${label}`,
  kind: 'PERSON',
  label,
});

type Told = Partial<Omit<ClaimWeighedFragment, 'support'>> & {
  readonly support?: Partial<ClaimWeighedFragment['support']>;
};

export function edge(id: string, { support, ...told }: Told = {}): DrawnEdge {
  const claim: ClaimWeighedFragment = {
    id,
    sentence: `Ann meets Bob (${id})`,
    status: 'SUPPORTED',
    validTime: '2014',
    subject: entity('Ann'),
    predicate: { id: 'meets', label: 'meets', symmetric: true },
    object: entity('Bob'),
    value: null,
    ...told,
    support: {
      independent: 1,
      exact: true,
      independence: 'SINGLE',
      origins: 1,
      sources: 1,
      certainty: 'CERTAIN',
      denials: 0,
      ...support,
    },
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

export const drawing = (...edges: readonly DrawnEdge[]): Drawing => ({ nodes: [], edges });
