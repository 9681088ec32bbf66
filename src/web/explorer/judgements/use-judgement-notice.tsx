// The line that says what was judged or taken back. It takes the keyboard focus if the button that had it is gone.
import { useRef, useState, type ReactElement } from 'react';

export interface JudgementNotice {
  readonly line: ReactElement;
  readonly tell: (words: string) => void;
}

export function useJudgementNotice(): JudgementNotice {
  const [told, setTold] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  const tell = (words: string): void => {
    setTold(words);
    const at = document.activeElement;
    if (at === document.body || at?.closest('.who-judged')) line.current?.focus();
  };
  return {
    line: (
      <p ref={line} role="status" tabIndex={-1} className={told === '' ? 'unseen' : 'note small'}>
        {told}
      </p>
    ),
    tell,
  };
}
