// A text once it has stood still for a while: what follows from a whole form is not worked out at each letter.
import { useEffect, useState } from 'react';

export function useStill(text: string, ms: number): string {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return still;
}
