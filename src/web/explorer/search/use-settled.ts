// What is typed, once it has stood still for a moment, so that not every letter is a question.
import { useEffect, useState } from 'react';

const STILL_MS = 120;

export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), STILL_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
