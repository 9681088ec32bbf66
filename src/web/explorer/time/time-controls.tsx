// The two times of a view, each with a control of its own: when claims hold in the world, and when they were recorded here.
import type { ReactElement } from 'react';
import { useAsk } from '../api/use-ask.js';
import { TimeRangeDocument } from '../api/documents.js';
import { edtfWords, momentWords } from '../words/dates.js';
import { PopoverButton } from '../look/popover-button.js';
import { Answered } from '../look/states.js';
import { useViewState } from '../view-state/use-view-state.js';
import { KnownOn } from './known-on.js';
import { TrueOn } from './true-on.js';
import './time.css';

export function TimeControls(): ReactElement {
  const { state } = useViewState();
  const range = useAsk(TimeRangeDocument, {});
  return (
    <>
      <PopoverButton
        className="button time-button"
        label="True on"
        face={<Face label="True on" value={state.trueOn === null ? 'any time' : edtfWords(state.trueOn)} />}
      >
        {() => (
          <Answered to={range} what="the range of dates">
            {({ stats }) => <TrueOn earliest={stats.earliest} latest={stats.latest} />}
          </Answered>
        )}
      </PopoverButton>
      <PopoverButton
        className="button time-button"
        label="As known on"
        face={
          <Face label="As known on" value={state.knownOn === null ? 'today' : momentWords(state.knownOn)} />
        }
      >
        {() => (
          <Answered to={range} what="the range of the record">
            {({ stats }) => <KnownOn first={stats.firstRecorded} last={stats.lastRecorded} />}
          </Answered>
        )}
      </PopoverButton>
    </>
  );
}

const Face = ({ label, value }: { readonly label: string; readonly value: string }): ReactElement => (
  <>
    {label} <b>{value}</b> <span aria-hidden="true">▾</span>
  </>
);
