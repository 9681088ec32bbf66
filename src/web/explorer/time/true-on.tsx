// True on: the time in the world that claims are asked for.
import { useId, useState, type ReactElement } from 'react';
import { edtfWords } from '../look/dates.js';
import { usePlace } from '../place/use-place.js';
import { Slider } from './slider.js';
import { readDate, timeScale } from './time-scale.js';

export interface TrueOnProps {
  /** The range of the data, as EDTF. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export function TrueOn({ earliest, latest }: TrueOnProps): ReactElement {
  const { place, go } = usePlace();
  const scale = timeScale(earliest, latest);
  const at = place.trueOn;
  return (
    <div className="stack">
      <p className="small">
        Keeps what may have been so in the world at that time. Claims whose time nobody noted are kept too.
      </p>
      <DateField key={at} given={at} onDate={trueOn => go({ trueOn })} />
      {scale && (
        <Slider
          label={`By ${scale.unit}`}
          last={scale.last}
          step={at === null ? null : scale.stepOf(at)}
          none="any time"
          words={step => edtfWords(scale.at(step))}
          onRest={step => go({ trueOn: scale.at(step) })}
        />
      )}
      <button className="button" disabled={at === null} onClick={() => go({ trueOn: null })}>
        Any time
      </button>
    </div>
  );
}

interface DateFieldProps {
  readonly given: string | null;
  readonly onDate: (date: string) => void;
}

function DateField({ given, onDate }: DateFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState(given ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (): void => {
    const read = readDate(text);
    setProblem('problem' in read ? read.problem : null);
    if ('date' in read) onDate(read.date);
  };
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="time-field">
        <label className="field">
          <span className="small">Date, month or year</span>
          <input
            value={text}
            placeholder="2014-11-17"
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
