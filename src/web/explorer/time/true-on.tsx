// True on: the time in the world that claims are asked for.
import type { ReactElement } from 'react';
import { edtfWords } from '../words/dates.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Slider } from './slider.js';
import { TimeField } from './time-field.js';
import { readDate, timeScale } from './time-scale.js';

export interface TrueOnProps {
  /** The range of the data, as EDTF. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export function TrueOn({ earliest, latest }: TrueOnProps): ReactElement {
  const { state, go } = useViewState();
  const scale = timeScale(earliest, latest);
  const at = state.trueOn;
  return (
    <div className="stack">
      <p className="small">
        Keeps what may have been so in the world at that time. Claims whose time nobody noted are kept too.
      </p>
      <TimeField
        key={at}
        label="Date, month or year"
        placeholder="2014-11-17"
        given={at ?? ''}
        onSet={text => {
          const read = readDate(text);
          if ('problem' in read) return read.problem;
          go({ trueOn: read.date });
          return null;
        }}
      />
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
