// Where the nodes of a drawing stand, as a hook: what stood there before stays, and large drawings come from the worker.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Drawing } from '../walk/drawing.js';
import { layOut } from './layout/lay-out.js';
import { LARGE, layOutLarge, seedLarge } from './layout/lay-out-large.js';
import { withMoved, type Point, type Positions } from './layout/positions.js';

interface Standing {
  /** Those who were moved by hand stand where they were put. */
  readonly positions: Positions;
  /** False while the worker still reckons. */
  readonly isReady: boolean;
}

type Moved = Readonly<Record<string, Point>>;

interface Laid {
  readonly of: Drawing;
  readonly positions: Positions;
}

const NONE: Positions = new Map();

export function usePositions(drawing: Drawing, moved: Moved, busy: boolean): Standing {
  const kept = useRef<Laid | null>(null);
  const [reckoned, setReckoned] = useState<Laid | null>(null);
  // By the drawing alone: what hangs on a node does not follow when it is moved later.
  const first = useMemo(() => begin(drawing, kept.current, moved), [drawing]);
  const needsWorker = first === null;
  const isReady = !needsWorker || reckoned?.of === drawing;
  const laid = useMemo(
    () => first ?? (reckoned?.of === drawing ? reckoned.positions : seedLarge(drawing)),
    [first, reckoned, drawing],
  );
  useEffect(() => {
    // What is shown while a question is on its way may not be there a moment later.
    if (!busy && isReady) kept.current = { of: drawing, positions: laid };
  }, [busy, isReady, drawing, laid]);
  useEffect(() => {
    if (!needsWorker) return undefined;
    const given = new AbortController();
    layOutLarge(drawing, given.signal)
      .then(positions => positions && setReckoned({ of: drawing, positions }))
      // It stays as it was seeded: less clear, but there.
      .catch(() => setReckoned({ of: drawing, positions: seedLarge(drawing) }));
    return () => given.abort();
  }, [drawing, needsWorker]);
  const positions = useMemo(() => withMoved(laid, moved), [laid, moved]);
  return { positions, isReady };
}

/** Null where there is so much new that the worker is to be asked. */
function begin(drawing: Drawing, kept: Laid | null, moved: Moved): Positions | null {
  const before = kept && focusOf(kept.of) === focusOf(drawing) ? kept.positions : NONE;
  const known = drawing.nodes.filter(({ entity }) => before.has(entity.id)).length;
  if (drawing.nodes.length > LARGE && known < drawing.nodes.length / 2) return null;
  return layOut(drawing, before, moved);
}

const focusOf = ({ nodes }: Drawing): string =>
  nodes
    .filter(({ isFocus }) => isFocus)
    .map(({ entity }) => entity.id)
    .join('\n');
