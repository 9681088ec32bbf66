// An empty journal: three ways to the first record, for those who may record.
import type { ReactElement } from 'react';
import { Dossier } from './dossier.js';
import { FirstEntity } from './first-entity.js';
import { Sample } from './sample.js';

export function Filling({ mayAdd }: { readonly mayAdd: boolean }): ReactElement {
  return (
    <div className="start-empty stack">
      <h1 className="start-title">Nothing is recorded here yet</h1>
      {mayAdd ? (
        <>
          <p className="muted">
            Hearsay keeps who says what about whom, and on whose word. There are three ways to begin.
          </p>
          <div className="start-ways">
            <Sample />
            <Dossier />
            <FirstEntity />
          </div>
        </>
      ) : (
        <p>
          You may read here, and not record. Someone with a token of the scope “write” can load a dossier or
          add a first entity; what they record appears here by itself.
        </p>
      )}
    </div>
  );
}
