// A slider over steps of time: what it is at is said at once, and taken once it rests, so that one pull is one step to undo.
import { useEffect, useRef, useState, type ReactElement } from 'react';

const REST_MS = 250;

export interface SliderProps {
  readonly label: string;
  readonly last: number;
  /** Where it stands; null where no time is chosen, which looks like the last. */
  readonly step: number | null;
  /** How it is said that no time is chosen. */
  readonly none: string;
  readonly words: (step: number) => string;
  readonly onRest: (step: number) => void;
}

export function Slider({ label, last, step, none, words, onRest }: SliderProps): ReactElement {
  const [held, setHeld] = useState<number | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const at = held ?? step;
  const said = at === null ? none : words(at);
  return (
    <label className="time-slider">
      <span className="small">
        {label}: <b>{said}</b>
      </span>
      <input
        type="range"
        min={0}
        max={last}
        value={at ?? last}
        aria-valuetext={said}
        onChange={({ target }) => {
          const next = Number(target.value);
          setHeld(next);
          clearTimeout(rest.current);
          rest.current = setTimeout(() => {
            setHeld(null);
            onRest(next);
          }, REST_MS);
        }}
      />
      <span className="time-ends muted small" aria-hidden="true">
        <span>{words(0)}</span>
        <span>{words(last)}</span>
      </span>
    </label>
  );
}
