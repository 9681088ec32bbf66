// The page of a source: what it is, whom it relays, what only it carries, and all that it says.
import type { ReactElement } from 'react';
import { SourceShownDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { NoSuch } from '../entity/no-such.js';
import { Page, PageSection } from '../look/page.js';
import { Answered } from '../look/states.js';
import { counted } from '../words/words.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Relayed } from './relayed.js';
import { Sayings } from './sayings.js';
import { SourceActions } from './source-actions.js';
import { SourceFacts } from './source-facts.js';
import './source.css';
import { useSayings } from './use-sayings.js';
import { WouldFall } from './would-fall.js';

export function SourcePage({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(SourceShownDocument, { id, view: timesOf(state) }, { keep: false });
  const sayings = useSayings(id);
  return (
    <Page key={id}>
      <Answered to={answer} what="the source">
        {({ source }) =>
          source ? (
            <>
              <header className="source-intro">
                <SourceFacts source={source} isPage />
                <SourceActions source={source} isPage />
              </header>
              <div className="source-columns">
                <PageSection title="Whose word it passes on">
                  <Relayed of={sayings} />
                </PageSection>
                <WouldFall id={id} />
              </div>
              <PageSection title="What it says" note={counted(sayings.total, 'claim')}>
                <Sayings of={sayings} headings="h3" />
              </PageSection>
            </>
          ) : (
            <NoSuch what="source" isPage />
          )
        }
      </Answered>
    </Page>
  );
}
