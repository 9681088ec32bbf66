// One source whose claims are kept: found by a word of its title or by who speaks.
import { useState, type ReactElement } from 'react';
import { RailSourcesDocument, SourceChosenDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { edtfWords } from '../words/dates.js';
import { counted } from '../words/words.js';
import { Combobox, type ComboboxRow } from '../search/combobox.js';
import { moreText } from '../search/found.js';
import { useDebounced } from '../look/use-debounced.js';
import { sourceWords } from '../walk/falls.js';

const SHOWN = 8;

export interface SourceFacetProps {
  readonly chosen: string | null;
  readonly onChosen: (source: string | null) => void;
}

export function SourceFacet({ chosen, onChosen }: SourceFacetProps): ReactElement {
  const known = useAsk(SourceChosenDocument, { id: chosen ?? '' }, { when: chosen !== null, keep: false });
  if (chosen === null) return <SourceSearch onPick={onChosen} />;
  const source = known.data?.source;
  return (
    <div className="rail-source">
      <p>
        {source ? sourceWords(source) : known.isPending ? '…' : 'A source that is not known here.'}
        {source?.publishedAt && <span className="muted"> · {edtfWords(source.publishedAt)}</span>}
      </p>
      <button className="button plain" onClick={() => onChosen(null)}>
        Any source
      </button>
    </div>
  );
}

function SourceSearch({ onPick }: { readonly onPick: (id: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const words = useDebounced(text).trim();
  const { data, error, isPlaceholderData, isPending } = useAsk(
    RailSourcesDocument,
    { text: words, first: SHOWN },
    { when: words !== '' },
  );
  const isStale = words !== text.trim() || isPlaceholderData || isPending;
  const rows = (data?.sources.nodes ?? []).map((source): ComboboxRow => ({
    id: source.id,
    text: sourceWords(source),
    shown: (
      <span>
        {sourceWords(source)}
        <span className="muted small">
          {' '}
          {[edtfWords(source.publishedAt), counted(source.claims, 'claim')].filter(Boolean).join(' · ')}
        </span>
      </span>
    ),
  }));
  const nothing = rows.length === 0 ? 'No source with these words is known here.' : null;
  return (
    <Combobox
      label="Find a source"
      isLabelUnseen
      placeholder="Any source: find one …"
      text={text}
      onText={setText}
      groups={[{ title: null, rows, more: moreText(rows.length, data?.sources.totalCount) }]}
      isStale={isStale}
      message={error?.message ?? (isStale ? 'Searching …' : nothing)}
      onPick={({ id }) => onPick(id)}
      clears
    />
  );
}
