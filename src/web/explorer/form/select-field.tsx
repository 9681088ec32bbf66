// A field with a few answers to choose from, with its label and its problems.
import type { ReactElement } from 'react';
import { ProblemWords, useProblems } from './problems.js';

export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly path: string;
  readonly answers: readonly (readonly [value: Value, words: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>): ReactElement {
  const { label, path, answers, value, onChange } = props;
  const told = useProblems(path);
  const isWrong = told.messages.length > 0;
  const id = `${told.id}-field`;
  return (
    <div className="field" data-wrong={isWrong || undefined}>
      <label htmlFor={id} className="small form-label">
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? told.id : undefined}
        onChange={event => onChange(event.target.value as Value)}
      >
        {answers.map(([answer, words]) => (
          <option key={answer} value={answer}>
            {words}
          </option>
        ))}
      </select>
      <ProblemWords of={told} />
    </div>
  );
}
