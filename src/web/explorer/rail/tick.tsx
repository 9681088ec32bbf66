// A group of choices, and one choice with how many claims it would keep.
import type { ReactElement, ReactNode } from 'react';

export function Group({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <fieldset className="rail-group">
      <legend className="label">{name}</legend>
      {children}
    </fieldset>
  );
}

interface TickProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** Null where it is not counted. */
  readonly count?: number | null;
  readonly children: ReactNode;
}

export function Tick({ isOn, onToggle, count = null, children }: TickProps): ReactElement {
  return (
    <label className="rail-tick" data-none={count === 0}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      <span className="rail-name">{children}</span>
      {count !== null && <span className="rail-count">{count.toLocaleString('en')}</span>}
    </label>
  );
}
