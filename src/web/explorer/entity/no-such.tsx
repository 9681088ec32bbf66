// What stands where a link leads to something that is not here, or was not yet.
import type { ReactElement } from 'react';
import { momentWords } from '../words/dates.js';
import { START } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';

/** @param isPage the heading is the page's own. */
export function NoSuch({
  what,
  isPage = false,
}: {
  readonly what: 'entity' | 'source';
  readonly isPage?: boolean;
}): ReactElement {
  const {
    state: { knownOn },
    go,
  } = useViewState();
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="stack">
      <Title className={isPage ? 'page-title' : 'sentence'}>No such {what}</Title>
      {knownOn === null ? (
        <p>There is no such {what} here. The link may come from another journal.</p>
      ) : (
        <p>
          There is no such {what} as known on {momentWords(knownOn)}.
        </p>
      )}
      <div className="row">
        {knownOn !== null && (
          <button className="button first" onClick={() => go({ knownOn: null })}>
            Look at what is known today
          </button>
        )}
        <button className="button" onClick={() => go(START)}>
          Go to the start
        </button>
      </div>
    </div>
  );
}
