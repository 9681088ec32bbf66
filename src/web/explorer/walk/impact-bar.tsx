// What would fall, said above the stage as long as something is set aside; nothing is written.
import { useState, type ReactElement } from 'react';
import { ClaimLineItem } from '../look/claim-line.js';
import { OfAll } from '../look/of-all.js';
import { Answered } from '../look/states.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { FallsQuery } from '../api/documents.js';
import { atLeast, fallenWords, fatesOf, fatesWords, isToldWhole, type Fate } from './falls.js';
import { useFalls } from './use-falls.js';
import './walk.css';

/** Empty where nothing is set aside. */
export function ImpactBar(): ReactElement | null {
  const { state, go } = useViewState();
  const falls = useFalls();
  if (state.fallen === null) return null;
  return (
    <section className="walk-impact" aria-label="What would fall">
      <Answered to={falls} what="what would fall">
        {answer => <Told key={state.fallen} answer={answer} />}
      </Answered>
      {state.fallen.startsWith('entity:') && (
        <label className="row">
          <input
            type="checkbox"
            checked={state.withFamily}
            onChange={({ target }) => go({ withFamily: target.checked })}
          />
          with its whole family
        </label>
      )}
      <button className="button plain walk-stop" onClick={() => go({ fallen: null })}>
        Stop asking what falls
      </button>
    </section>
  );
}

function Told({ answer }: { readonly answer: FallsQuery }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const fates = fatesOf(answer);
  return (
    <>
      <p role="status">
        <strong>If {fallenWords(answer.fallen)} falls:</strong> {fatesWords(fates)}.
        {!isToldWhole(answer) && ' No more than the first 100 of each are listed and marked.'}
      </p>
      {fates.length > 0 && (
        <button className="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the list' : 'List them'}
        </button>
      )}
      {isOpen && (
        <div className="walk-fates" tabIndex={0} role="group" aria-label="Claims that would fall">
          {fates.map(fate => (
            <FateList key={fate.fall} fate={fate} />
          ))}
        </div>
      )}
    </>
  );
}

const LISTED = 50;

function FateList({ fate }: { readonly fate: Fate }): ReactElement {
  const { words, claims, count } = fate;
  const listed = claims.slice(0, LISTED);
  return (
    <>
      <h2 className="label">
        {atLeast(fate)}
        {count.toLocaleString('en')} {words}
      </h2>
      <ul>
        {listed.map(({ claim, note }) => (
          <li key={claim.id}>
            <ClaimLineItem claim={claim} note={note} />
          </li>
        ))}
      </ul>
      <OfAll shown={listed.length} all={count} />
    </>
  );
}
