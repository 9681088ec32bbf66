// The two sources that are compared, with ways to swap them and to choose others.
import { useState, type ReactElement } from 'react';
import { partyWords } from '../words/source-words.js';
import { PlaceLink } from '../look/place-link.js';
import { edtfWords } from '../words/dates.js';
import { SOURCE_KIND } from '../words/words.js';
import { useViewState } from '../view-state/use-view-state.js';
import { openPage } from '../view-state/steps.js';
import { CompareDialog } from './compare-dialog.js';
import type { ComparedSource } from './compared-source.js';
import { compare } from './compare.js';
import { titleWords } from '../words/title-words.js';

interface EndsProps {
  readonly a: ComparedSource;
  readonly b: ComparedSource;
}

export function CompareEnds({ a, b }: EndsProps): ReactElement {
  const { go } = useViewState();
  const [changing, setChanging] = useState<'a' | 'b' | null>(null);
  const change = (id: string): void =>
    go(now => (changing === 'a' ? compare(now, id, b.id) : compare(now, a.id, id)));
  return (
    <header className="source-intro">
      <p className="page-kicker small">Two sources compared</p>
      <h1 className="page-title">
        {partyWords(a)} and {partyWords(b)}
      </h1>
      <div className="source-ends">
        <End letter="A" source={a} onChange={() => setChanging('a')} />
        <button className="button source-swap" onClick={() => go(now => compare(now, b.id, a.id))}>
          Swap
        </button>
        <End letter="B" source={b} onChange={() => setChanging('b')} />
      </div>
      {changing && (
        <CompareDialog
          title={`Another source in place of ${changing.toUpperCase()}`}
          without={[a.id, b.id]}
          onPick={change}
          onClose={() => setChanging(null)}
        />
      )}
    </header>
  );
}

function End({
  letter,
  source,
  onChange,
}: {
  readonly letter: string;
  readonly source: ComparedSource;
  readonly onChange: () => void;
}): ReactElement {
  const { id, kind, publishedAt, held } = source;
  return (
    <div className="source-end">
      <p className="label">{letter}</p>
      <p className="said">
        <PlaceLink to={now => openPage(now, 'source', id)}>{titleWords(source)}</PlaceLink>
      </p>
      <p className="small muted">
        {[
          partyWords(source),
          SOURCE_KIND[kind],
          edtfWords(publishedAt) || 'date not known',
          ...(held ? [] : ['known only through others']),
        ].join(' · ')}
      </p>
      <button className="button plain" aria-label={`Change source ${letter}`} onClick={onChange}>
        Change
      </button>
    </div>
  );
}
