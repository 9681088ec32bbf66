// Names a source in one field: by its address, or by words that find a known one.
import type { ReactElement } from 'react';
import { SourceByAddressDocument, SourcesByTextDocument } from '../api/documents.js';
import type { SourceChoiceFragment } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { moreText } from '../search/found.js';
import { Combobox, type ComboboxRow } from '../search/combobox.js';
import { useDebounced } from '../look/use-debounced.js';
import { isAddress, isNamed, type SourceDraft } from './draft.js';
import { NewSourceFields } from './new-source-fields.js';
import { Part } from '../form/problems.js';
import { sourceDetail, sourceTitle } from '../words/source-words.js';

const SHOWN = 6;

interface SourceRow extends ComboboxRow {
  /** Null: the typed words name a new source. */
  readonly source: SourceChoiceFragment | null;
}

export interface SourceFieldProps {
  readonly label: string;
  /** Of the `SourceRef` that it fills. */
  readonly path: string;
  readonly value: SourceDraft;
  readonly onChange: (change: Partial<SourceDraft>) => void;
}

export function SourceField({ label, path, value, onChange }: SourceFieldProps): ReactElement {
  const address = useAddress(value);
  const words = useWords(value);
  const type = (text: string): void => {
    // Picking writes into the field as well.
    const isPick = words.rows.some(row => row.text === text) || sourceText(value) === text;
    onChange(isPick ? { text } : { text, picked: null, isNew: false });
  };
  const pick = ({ source, text }: SourceRow): void =>
    onChange(source ? { picked: source, isNew: false } : { picked: null, isNew: true, title: text, text });
  const known = value.picked ?? address.known;
  const isDescribed = !known && isNamed(value) && !address.isAsking;
  return (
    <div className="stack">
      <Part
        path={path}
        inner={isDescribed ? [`${path}.new`] : []}
        className={isAddress(value.text) ? 'form-listless' : ''}
      >
        <Combobox
          label={label}
          placeholder="https://… or a few words of its title or party"
          text={value.text}
          onText={type}
          groups={[{ title: null, rows: words.rows, more: words.more }]}
          isStale={words.isStale}
          message={words.message}
          onPick={pick}
        />
      </Part>
      <p className="small form-said" role="status">
        {address.message}
      </p>
      {known && <KnownSource source={known} />}
      {isDescribed && <NewSourceFields path={`${path}.new`} value={value} onChange={onChange} />}
    </div>
  );
}

const KnownSource = ({ source }: { readonly source: SourceChoiceFragment }): ReactElement => (
  <p className="note">
    <strong>{sourceTitle(source)}</strong>
    <span className="muted small attach-line">Already here: {sourceDetail(source)}</span>
  </p>
);

/** What is known of the address in the field. */
function useAddress({ text, picked }: SourceDraft): {
  readonly known: SourceChoiceFragment | null;
  readonly isAsking: boolean;
  readonly message: string;
} {
  const url = useDebounced(text).trim();
  const when = picked === null && isAddress(text) && isAddress(url) && URL.canParse(url);
  const { data, error, isPending } = useAsk(SourceByAddressDocument, { url }, { when, keep: false });
  if (!when) return { known: null, isAsking: false, message: '' };
  if (error) return { known: null, isAsking: false, message: error.message };
  if (isPending) return { known: null, isAsking: true, message: 'Looking up this address …' };
  const known = data.sources.nodes[0] ?? null;
  return { known, isAsking: false, message: known ? '' : 'This address is new here.' };
}

/** Known sources that words find, and the way to a new one. */
function useWords({ text, picked }: SourceDraft): {
  readonly rows: readonly SourceRow[];
  readonly more: string | null;
  readonly isStale: boolean;
  readonly message: string | null;
} {
  const typed = text.trim();
  const words = useDebounced(text).trim();
  const when = picked === null && words !== '' && !isAddress(words);
  const found = useAsk(SourcesByTextDocument, { text: words, first: SHOWN }, { when });
  if (!when) return { rows: [], more: null, isStale: false, message: null };
  const sources = found.data?.sources.nodes ?? [];
  const isStale = words !== typed || found.isPlaceholderData || found.isPending;
  return {
    rows: [...sources.map(knownRow), ...(isStale ? [] : [newRow(typed)])],
    more: moreText(sources.length, found.data?.sources.totalCount),
    isStale,
    message: found.error?.message ?? (isStale && sources.length === 0 ? 'Searching …' : null),
  };
}

const sourceText = ({ picked }: SourceDraft): string | null => picked && sourceTitle(picked);

const knownRow = (source: SourceChoiceFragment): SourceRow => ({
  id: source.id,
  text: sourceTitle(source),
  source,
  shown: (
    <span className="search-name">
      {sourceTitle(source)}
      <span className="muted small attach-line">{sourceDetail(source)}</span>
    </span>
  ),
});

const newRow = (text: string): SourceRow => ({
  id: 'new',
  text,
  source: null,
  shown: <span className="search-name">A new source, called “{text}”</span>,
});
