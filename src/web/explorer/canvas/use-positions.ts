// Where the nodes of a drawing stand, as a hook: what stood there before stays, and large drawings come from the worker.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Drawing } from '../walk/drawing.js';
import { layOut } from './layout/lay-out.js';
import { LARGE, layOutLarge, seedLarge } from './layout/lay-out-large.js';
import { withMoved, type Point, type Positions } from './layout/positions.js';

interface Standing {
  /** Those who moved by hand stand where they were put. */
  readonly positions: Positions;
  /** False while the worker still reckons. */
  readonly isReady: boolean;
}

const NONE: Positions = new Map();

export function usePositions(
  drawing: Drawing,
  moved: Readonly<Record<string, Point>>,
  busy: boolean,
): Standing {
  const kept = useRef<{ readonly focus: string; readonly positions: Positions }>({
    focus: '',
    positions: NONE,
  });
  const [large, setLarge] = useState<{ readonly of: Drawing; readonly positions: Positions } | null>(null);
  const focus = focusOf(drawing);
  const before = kept.current.focus === focus ? kept.current.positions : NONE;
  const needsWorker = drawing.nodes.length > LARGE && isMostlyNew(drawing, before);
  const isReckoned = large?.of === drawing;
  const laid = useMemo(() => {
    if (!needsWorker) return layOut(drawing, before, moved);
    return isReckoned ? large.positions : seedLarge(drawing);
  }, [drawing, needsWorker, isReckoned, moved]);
  useEffect(() => {
    // What is shown while a question is on its way may not be there a moment later.
    if (!busy && (!needsWorker || isReckoned)) kept.current = { focus, positions: laid };
  }, [busy, focus, laid, needsWorker, isReckoned]);
  useEffect(() => {
    if (!needsWorker || isReckoned) return undefined;
    const given = new AbortController();
    layOutLarge(drawing, given.signal)
      .then(positions => positions && setLarge({ of: drawing, positions }))
      // It stays as it was seeded: less clear, but there.
      .catch(() => setLarge({ of: drawing, positions: seedLarge(drawing) }));
    return () => given.abort();
  }, [drawing, needsWorker, isReckoned]);
  const positions = useMemo(() => withMoved(laid, moved), [laid, moved]);
  return { positions, isReady: !needsWorker || isReckoned };
}

const focusOf = ({ nodes }: Drawing): string =>
  nodes
    .filter(({ isFocus }) => isFocus)
    .map(({ entity }) => entity.id)
    .join('\n');

const isMostlyNew = ({ nodes }: Drawing, kept: Positions): boolean =>
  nodes.filter(({ entity }) => kept.has(entity.id)).length < nodes.length / 2;
