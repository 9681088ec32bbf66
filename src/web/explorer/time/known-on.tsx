// As known on: the moment up to which the record is read.
import type { ReactElement } from 'react';
import { momentWords } from '../words/dates.js';
import { useViewState } from '../view-state/use-view-state.js';
import { fieldText, moments, readField } from './moments.js';
import { Slider } from './slider.js';
import { TimeField } from './time-field.js';

export interface KnownOnProps {
  /** Of the record, in ISO 8601; null where it is empty. */
  readonly first: string | null;
  readonly last: string | null;
}

const WRONG = 'Give a whole date and a time: day, month, year, hour and minute.';

export function KnownOn({ first, last }: KnownOnProps): ReactElement {
  const { state, go } = useViewState();
  const scale = moments(first, last);
  const at = state.knownOn;
  return (
    <div className="stack">
      <p className="small">
        Shows what was recorded here by that moment, as if nothing had come in since. What was withdrawn later
        stands again.
      </p>
      <TimeField
        key={at}
        label="Date and time, in your own time zone"
        type="datetime-local"
        given={at === null ? '' : fieldText(at)}
        onSet={text => {
          const knownOn = readField(text);
          if (knownOn === null) return WRONG;
          go({ knownOn });
          return null;
        }}
      />
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
