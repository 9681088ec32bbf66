// A quiet line on the stage: through which time one looks, where it is not all of it.
import type { ReactElement } from 'react';
import { edtfWords, momentWords } from '../words/dates.js';
import { useViewState } from '../view-state/use-view-state.js';
import './time.css';

/** Empty where no time is chosen. */
export function TimeLine(): ReactElement | null {
  const { state, go } = useViewState();
  const { trueOn, knownOn } = state;
  if (trueOn === null && knownOn === null) return null;
  return (
    <div className="time-line small" role="status">
      {trueOn !== null && (
        <p>
          What may have been true in <b>{edtfWords(trueOn)}</b>{' '}
          <button className="button plain" onClick={() => go({ trueOn: null })}>
            Any time
          </button>
        </p>
      )}
      {knownOn !== null && (
        <p>
          What was recorded here by <b>{momentWords(knownOn)}</b>{' '}
          <button className="button plain" onClick={() => go({ knownOn: null })}>
            As known today
          </button>
        </p>
      )}
    </div>
  );
}
