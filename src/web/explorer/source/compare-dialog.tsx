// Chooses a source among all that are recorded: those that hold some words, or page by page.
import { useState, type ReactElement } from 'react';
import { SourcesToCompareDocument } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { Dialog } from '../look/dialog.js';
import { firstFocus } from '../look/first-focus.js';
import { Paged } from '../look/paged.js';
import { counted } from '../words/words.js';
import { useDebounced } from '../look/use-debounced.js';
import { SourceRow } from '../look/source-row.js';

const PAGE = 25;

interface CompareDialogProps {
  readonly title: string;
  /** Ids of sources that are not to be chosen. */
  readonly without: readonly string[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

export function CompareDialog({ title, without, onPick, onClose }: CompareDialogProps): ReactElement {
  const [text, setText] = useState('');
  const words = useDebounced(text).trim();
  const pages = usePages(
    SourcesToCompareDocument,
    { first: PAGE, ...(words === '' ? {} : { text: words }) },
    ({ sources }) => sources,
  );
  return (
    <Dialog title={title} onClose={onClose}>
      <label className="field">
        <span className="small">Words of its title, its address or who puts it out</span>
        <input type="search" value={text} onChange={({ target }) => setText(target.value)} ref={firstFocus} />
      </label>
      <p className="muted small" role="status">
        {pages.asked.data && counted(pages.total, 'source')}
        {words !== '' && ` with “${words}”`}
      </p>
      <Paged of={pages} what="the sources" empty="No source has these words.">
        {sources => (
          <ul className="page-list">
            {sources
              .filter(({ id }) => !without.includes(id))
              .map(source => (
                <li key={source.id}>
                  <SourceRow
                    source={source}
                    onPress={() => {
                      onClose();
                      onPick(source.id);
                    }}
                  />
                </li>
              ))}
          </ul>
        )}
      </Paged>
    </Dialog>
  );
}
