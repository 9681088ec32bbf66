// One of a few answers, as radio buttons in a row, each in plain words.
import { useId, type ReactElement } from 'react';
import { ProblemWords, useProblems } from './problems.js';

export interface ChoicesProps<Value extends string> {
  readonly question: string;
  readonly path: string;
  readonly answers: readonly (readonly [value: Value, words: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>): ReactElement {
  const { question, path, answers, value, onChange } = props;
  const name = useId();
  const told = useProblems(path);
  return (
    <fieldset className="form-choices" data-wrong={told.messages.length > 0 || undefined}>
      <legend className="small">{question}</legend>
      <div className="row">
        {answers.map(([answer, words]) => (
          <label key={answer} className="form-choice">
            <input type="radio" name={name} checked={answer === value} onChange={() => onChange(answer)} />
            {words}
          </label>
        ))}
      </div>
      <ProblemWords of={told} />
    </fieldset>
  );
}
