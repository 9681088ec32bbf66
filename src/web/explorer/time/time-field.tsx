// A field for a time, with the button that sets it and, where it cannot be read, what is expected.
import { useId, useState, type ReactElement } from 'react';

interface TimeFieldProps {
  readonly label: string;
  readonly type?: 'text' | 'datetime-local';
  readonly placeholder?: string;
  readonly given: string;
  /** Why a text is no such time; null where it was taken. */
  readonly onSet: (text: string) => string | null;
}

export function TimeField({ label, type = 'text', placeholder, given, onSet }: TimeFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="stack"
      // The browser's own bubble would hide what is said below.
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setProblem(onSet(text));
      }}
    >
      <div className="time-field">
        <label className="field">
          <span className="small">{label}</span>
          <input
            type={type}
            value={text}
            placeholder={placeholder}
            aria-invalid={problem !== null}
            aria-describedby={id}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <button className="button">Set</button>
      </div>
      <p id={id} className="small time-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
