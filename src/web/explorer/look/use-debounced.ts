// Debouncing: a value is passed on once it has stood still for a while, so that not every letter typed is a question.
import { useEffect, useState } from 'react';

const STILL_MS = 120;

/** @param ms for how long it must stand still */
export function useDebounced(value: string, ms = STILL_MS): string {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return debounced;
}
