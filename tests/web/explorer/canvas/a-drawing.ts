// Drawings for the canvas's tests, told by their claims: `drawn('ann', ['ann meets bob'])`. The first name is the focus.
import type { ClaimWeighedFragment, EntityLineFragment } from '../../../../src/web/explorer/api/documents.js';
import type { DrawnEdge, DrawnNode, Drawing } from '../../../../src/web/explorer/walk/drawing.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

type Told = Partial<Pick<ClaimWeighedFragment, 'status' | 'sentence' | 'validTime'>> &
  Partial<Pick<DrawnEdge, 'isWeakest' | 'fall' | 'words'>> & {
    readonly symmetric?: boolean;
  };

export const entity = (name: string, kind: EntityLineFragment['kind'] = 'PERSON'): EntityLineFragment => ({
  ...entityLine(name),
  kind,
});

/** `ann meets bob`: subject, predicate, object. */
export function edge(told: string, more: Told = {}): DrawnEdge {
  const [from = '', predicate = '', to = ''] = told.split(' ');
  const { status = 'SUPPORTED', sentence = told, validTime = null, symmetric = false } = more;
  return {
    claim: weighed(told, {
      id: `claim:${told}`,
      sentence,
      status,
      validTime,
      predicate: { id: predicate, label: predicate, symmetric },
    }),
    from: `entity:${from}`,
    to: `entity:${to}`,
    words: more.words ?? predicate,
    isWeakest: more.isWeakest ?? false,
    fall: more.fall ?? null,
  };
}

export function drawing(
  focus: string | readonly string[],
  edges: readonly (string | DrawnEdge)[],
  nodes: Readonly<Record<string, Partial<DrawnNode>>> = {},
): Drawing {
  const foci = [focus].flat();
  const drawn = edges.map(one => (typeof one === 'string' ? edge(one) : one));
  const ids = new Set([
    ...foci.map(name => `entity:${name}`),
    ...drawn.flatMap(({ from, to }) => [from, to]),
  ]);
  return {
    lineless: [],
    edges: drawn,
    nodes: [...ids].map((id): DrawnNode => {
      const name = id.replace('entity:', '');
      return {
        entity: entity(name),
        ids: [id],
        isProvisional: false,
        expanded: foci.includes(name),
        isFocus: foci.includes(name),
        claims: null,
        depth: 0,
        ...nodes[name],
      };
    }),
  };
}

/** A focus with so many neighbours. */
export const star = (count: number): Drawing =>
  drawing(
    'focus',
    Array.from({ length: count }, (_, at) => `focus meets Neighbour-number-${at}`),
  );
