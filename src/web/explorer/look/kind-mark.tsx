// What an entity is, as a shape: the same in lists and in the graph.
import type { ReactElement } from 'react';
import type { EntityKind } from '../api/documents.js';
import { KIND } from '../words/words.js';

export type MarkShape = 'circle' | 'square' | 'diamond' | 'ring';

/** Person ●, organisation and state ▢, role ◇; place, event and topic as a dashed ring. */
export const SHAPE: Readonly<Record<EntityKind, MarkShape>> = {
  PERSON: 'circle',
  ORGANIZATION: 'square',
  STATE: 'square',
  ROLE: 'diamond',
  PLACE: 'ring',
  EVENT: 'ring',
  TOPIC: 'ring',
};

const PATHS: Readonly<Record<MarkShape, string>> = {
  circle: 'M7 1a6 6 0 1 0 .01 0Z',
  square:
    'M3 2H11a1.5 1.5 0 0 1 1.5 1.5V10.5a1.5 1.5 0 0 1-1.5 1.5H3a1.5 1.5 0 0 1-1.5-1.5V3.5A1.5 1.5 0 0 1 3 2Z',
  diamond: 'M7 1L13 7L7 13L1 7Z',
  ring: 'M7 1.5a5.5 5.5 0 1 0 .01 0Z',
};

export function KindMark({ kind }: { readonly kind: EntityKind }): ReactElement {
  const shape = SHAPE[kind];
  const filled = shape === 'circle';
  return (
    <svg
      width="14"
      height="14"
      role="img"
      aria-label={KIND[kind]}
      fill={filled ? 'var(--supported)' : 'none'}
    >
      <title>{KIND[kind]}</title>
      <path
        d={PATHS[shape]}
        stroke={filled ? 'none' : 'currentColor'}
        strokeWidth="1.5"
        {...(shape === 'ring' ? { strokeDasharray: '2 1.5' } : {})}
      />
    </svg>
  );
}

/** The outline of who is known only by reference, as in the graph. */
export const ProvisionalMark = (): ReactElement => (
  <svg width="14" height="14" aria-hidden="true" fill="none">
    <path d={PATHS.circle} stroke="var(--supported)" strokeWidth="1.5" strokeDasharray="3 2" />
  </svg>
);
