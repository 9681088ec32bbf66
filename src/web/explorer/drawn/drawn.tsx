// The drawing that is shown now, for parts outside of the stage: the header exports it.
import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Drawing } from '../walk/drawing.js';

const DrawnContext = createContext<Drawing | null>(null);
const ShowContext = createContext<((drawing: Drawing | null) => void) | null>(null);

export function DrawnKeeper({ children }: { readonly children: ReactNode }): ReactElement {
  const [drawing, show] = useState<Drawing | null>(null);
  return (
    <ShowContext value={show}>
      <DrawnContext value={drawing}>{children}</DrawnContext>
    </ShowContext>
  );
}

/** Null where the stage shows none, or none yet. */
export const useDrawn = (): Drawing | null => useContext(DrawnContext);

/** Whoever shows a drawing on the stage says so, for as long as it does. */
export function useShowDrawing(drawing: Drawing | null): void {
  const show = useContext(ShowContext);
  useEffect(() => {
    show?.(drawing);
    return () => show?.(null);
  }, [drawing, show]);
}
