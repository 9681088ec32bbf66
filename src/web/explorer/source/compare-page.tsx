// Two sources side by side: what both say, what only one says, where what they say cannot both be so, and whose word they share.
import type { ReactElement } from 'react';
import { ComparedDocument, ComparedSourcesDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { NoSuch } from '../entity/no-such.js';
import { Page } from '../look/page.js';
import { Answered } from '../look/states.js';
import { timesOf, viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { ComparedSource } from './compared-source.js';
import { CompareEnds } from './compare-ends.js';
import { Compared } from './compared.js';
import { SharedOrigins } from './shared-origins.js';
import './source.css';

/** Relays are looked through in so many attestations of each. */
const LOOKED_THROUGH = 100;

export function ComparePage({ a, b }: { readonly a: string; readonly b: string }): ReactElement {
  const { state } = useViewState();
  const sources = useAsk(
    ComparedSourcesDocument,
    { a, b, view: timesOf(state), first: LOOKED_THROUGH },
    { keep: false },
  );
  return (
    <Page>
      <Answered to={sources} what="the two sources">
        {answer =>
          answer.a && answer.b ? <Both a={answer.a} b={answer.b} /> : <NoSuch what="source" isPage />
        }
      </Answered>
    </Page>
  );
}

/** Asked for only once both are known: the API refuses to compare what is not there. */
function Both({ a, b }: { readonly a: ComparedSource; readonly b: ComparedSource }): ReactElement {
  const { state } = useViewState();
  const compared = useAsk(ComparedDocument, { a: a.id, b: b.id, view: viewOf(state) }, { keep: false });
  return (
    <>
      <CompareEnds a={a} b={b} />
      <SharedOrigins a={a} b={b} compared={compared.data?.compareSources ?? null} />
      <Answered to={compared} what="what they say">
        {({ compareSources }) => <Compared a={a} b={b} compared={compareSources} />}
      </Answered>
    </>
  );
}
