// As known on: the moment up to which the record is read.
import { useId, useState, type ReactElement } from 'react';
import { momentWords } from '../look/dates.js';
import { usePlace } from '../place/use-place.js';
import { fieldText, moments, readField } from './moments.js';
import { Slider } from './slider.js';

export interface KnownOnProps {
  /** Of the record, in ISO 8601; null where it is empty. */
  readonly first: string | null;
  readonly last: string | null;
}

export function KnownOn({ first, last }: KnownOnProps): ReactElement {
  const { place, go } = usePlace();
  const scale = moments(first, last);
  const at = place.knownOn;
  return (
    <div className="stack">
      <p className="small">
        Shows what was recorded here by that moment, as if nothing had come in since. What was withdrawn later
        stands again.
      </p>
      <MomentField key={at} given={at} onMoment={knownOn => go({ knownOn })} />
      {scale && (
        <Slider
          label="By"
          last={scale.last}
          step={at === null ? null : scale.stepOf(at)}
          none="today"
          words={step => (step === scale.last ? 'today' : momentWords(scale.at(step)))}
          onRest={step => go({ knownOn: step === scale.last ? null : scale.at(step) })}
        />
      )}
      {!scale && last !== null && (
        <p className="muted small">All that is here was recorded on {momentWords(last)}.</p>
      )}
      <button className="button" disabled={at === null} onClick={() => go({ knownOn: null })}>
        Today
      </button>
    </div>
  );
}

interface MomentFieldProps {
  readonly given: string | null;
  readonly onMoment: (iso: string) => void;
}

function MomentField({ given, onMoment }: MomentFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState(given === null ? '' : fieldText(given));
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="stack"
      // The browser's own bubble would hide what is said below.
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const iso = readField(text);
        setWrong(iso === null);
        if (iso !== null) onMoment(iso);
      }}
    >
      <div className="time-field">
        <label className="field">
          <span className="small">Date and time, in your own time zone</span>
          <input
            type="datetime-local"
            value={text}
            aria-invalid={isWrong}
            aria-describedby={id}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <button className="button">Set</button>
      </div>
      <p id={id} className="small time-problem" role="alert">
        {isWrong && 'Give a whole date and a time: day, month, year, hour and minute.'}
      </p>
    </form>
  );
}
