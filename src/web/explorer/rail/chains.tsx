// How many independent chains a claim must have to be kept.
import type { ReactElement } from 'react';

const MOST_CHAINS = 5;

interface ChainsProps {
  readonly least: number;
  readonly onLeast: (least: number) => void;
}

export function Chains({ least, onLeast }: ChainsProps): ReactElement {
  const words = least === 0 ? 'any number' : `at least ${least}`;
  return (
    <label className="rail-chains">
      <span>{words}</span>
      <input
        type="range"
        min={0}
        max={MOST_CHAINS}
        value={Math.min(least, MOST_CHAINS)}
        aria-label="Fewest independent chains"
        aria-valuetext={words}
        onChange={({ target }) => onLeast(Number(target.value))}
      />
    </label>
  );
}
