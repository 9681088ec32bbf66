// A source at the side: what it is, what it says, whom it relays, and the ways on from it.
import type { ReactElement } from 'react';
import { SourceShownDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { NoSuch } from '../entity/no-such.js';
import { Answered } from '../look/states.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Relayed } from './relayed.js';
import { Sayings } from './sayings.js';
import { SourceActions } from './source-actions.js';
import { SourceFacts } from './source-facts.js';
import './source.css';
import { useSayings } from './use-sayings.js';

export function SourcePanel({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(SourceShownDocument, { id, view: timesOf(state) });
  const sayings = useSayings(id);
  return (
    <div>
      <Answered to={answer} what="the source">
        {({ source }) =>
          source ? (
            <>
              <SourceFacts source={source} />
              <SourceActions source={source} />
              <section className="source-part">
                <h3 className="label">Whose word it passes on</h3>
                <Relayed of={sayings} />
              </section>
              <section className="source-part">
                <h3 className="label">What it says</h3>
                <Sayings of={sayings} headings="h4" />
              </section>
            </>
          ) : (
            <NoSuch what="source" />
          )
        }
      </Answered>
    </div>
  );
}
