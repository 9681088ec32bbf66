// A field for words, with its label, a hint and its problems.
import type { ReactElement, ReactNode } from 'react';
import { ProblemWords, useProblems } from './problems.js';

export interface TextFieldProps {
  readonly label: string;
  /** Of the input that it fills. */
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly inputMode?: 'numeric';
  /** Beside the field. */
  readonly aside?: ReactNode;
  readonly className?: string;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, path, value, onChange, placeholder, rows, inputMode, aside, className = '' } = props;
  const told = useProblems(path);
  const isWrong = told.messages.length > 0;
  const shared = {
    id: `${told.id}-field`,
    value,
    placeholder,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': isWrong ? told.id : undefined,
  };
  return (
    <div className={`field ${className}`} data-wrong={isWrong || undefined}>
      <label htmlFor={shared.id} className="small form-label">
        {label}
      </label>
      {rows === undefined ? (
        <span className="form-beside">
          <input {...shared} inputMode={inputMode} onChange={event => onChange(event.target.value)} />
          {aside}
        </span>
      ) : (
        <textarea {...shared} rows={rows} onChange={event => onChange(event.target.value)} />
      )}
      <ProblemWords of={told} />
    </div>
  );
}
