// The first screen of a journal with something in it: the search, three to begin with, one of them drawn, and what is going on.
import type { ReactElement } from 'react';
import {
  FirstEntitiesDocument,
  NewestDocument,
  type EntityLineFragment,
  type HereQuery,
  type NewestQuery,
} from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { KindMark } from '../look/kind-mark.js';
import { Problem, Waiting } from '../look/states.js';
import { counted } from '../words/words.js';
import { timesOf, walkFrom } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { EverythingSearch } from '../search/everything-search.js';
import { EgoView } from './ego-view.js';
import { examplesOf, type Spoken } from './examples.js';
import { newsOf } from './news-words.js';
import { Disputed, News, OnOneChain, SHOWN, useNews } from './news.js';

/** Whoever is spoken of is counted over so many of the newest claims. */
const LOOKED_AT = 100;

export function FrontPage({ stats }: { readonly stats: HereQuery['stats'] }): ReactElement {
  const { state } = useViewState();
  const newest = useAsk(NewestDocument, { view: timesOf(state), first: LOOKED_AT });
  const news = useNews();
  const listed = newsOf(news.data?.journal.nodes ?? []);
  const spoken = newest.data ? examplesOf(newest.data.claims.nodes.map(ends)) : null;
  // Where nothing is claimed yet, there are entities all the same.
  const firsts = useAsk(FirstEntitiesDocument, { first: 3 }, { when: spoken?.length === 0 });
  const examples = spoken?.length === 0 ? (firsts.data?.entities.nodes ?? null) : spoken;
  const problem = newest.error ?? firsts.error;
  return (
    <div className="start-frame">
      <div className="start">
        <div className="start-main">
          <div className="start-top">
            <h1 className="start-title">Who says what about whom, and on whose word</h1>
            <p className="muted">
              {counted(stats.claims, 'claim')} about {counted(stats.entities, 'entity', 'entities')}, from{' '}
              {counted(stats.sources, 'source')}. Every one can say who said it, how firmly, and what speaks
              against it.
            </p>
            <EverythingSearch autoFocus />
            {examples && <Examples of={examples} />}
          </div>
          {problem && <Problem problem={problem} again={newest.refetch} />}
          {!problem && !examples && <Waiting what="the newest claims" />}
          {examples?.[0] && <EgoView entity={examples[0]} />}
        </div>
        <aside className="start-aside" aria-label="What is going on">
          <News news={news} />
          <Disputed />
          <OnOneChain known={listed.slice(0, SHOWN).map(({ claim }) => claim.id)} />
        </aside>
      </div>
    </div>
  );
}

/** Those that are judged one are spoken of as one. */
const ends = ({ subject, object }: NewestQuery['claims']['nodes'][number]): Spoken => ({
  subject: subject.canonical,
  object: object?.canonical ?? null,
});

function Examples({ of }: { readonly of: readonly EntityLineFragment[] }): ReactElement {
  const { go } = useViewState();
  return (
    <div className="row">
      <span className="muted" id="start-examples">
        Or begin with
      </span>
      <ul className="row" aria-labelledby="start-examples">
        {of.map(entity => (
          <li key={entity.id}>
            <button className="button start-example" onClick={() => go(now => walkFrom(now, entity.id))}>
              <KindMark kind={entity.kind} /> {entity.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
