// The search of the whole page: whom words name, what is said with them, and what says it. `/` typed anywhere leads here.
import { useEffect, useState, type ReactElement } from 'react';
import { FindAnythingDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { isTyping } from '../help/typing.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Combobox } from './combobox.js';
import { groupsOf, leadTo, type AnyRow } from './everything.js';
import { AnyFound } from './any-found.js';
import { useDebounced } from '../look/use-debounced.js';

const ENTITIES = 6;
const OTHERS = 4;
const PLACEHOLDER = 'Search people, states, roles, claims …';

interface Shown extends AnyRow {
  readonly shown: ReactElement;
}

export function EverythingSearch({ autoFocus = false }: { readonly autoFocus?: boolean }): ReactElement {
  const { state, go } = useViewState();
  const [text, setText] = useState('');
  const words = useDebounced(text).trim();
  const variables = { text: words, view: timesOf(state), entities: ENTITIES, others: OTHERS };
  const found = useAsk(FindAnythingDocument, variables, { when: words !== '' });
  useSlash();
  const isStale = words !== text.trim() || found.isPlaceholderData || found.isPending;
  const groups = found.data ? groupsOf(found.data, words) : [];
  const isEmpty = groups.every(({ rows }) => rows.length === 0);
  const nothing = isStale ? 'Searching …' : `No name, claim or source here holds “${words}”.`;
  return (
    <Combobox<Shown>
      label="Search"
      isLabelUnseen
      isMain
      clears
      autoFocus={autoFocus}
      placeholder={PLACEHOLDER}
      text={text}
      onText={setText}
      groups={groups.map(group => ({
        ...group,
        rows: group.rows.map(row => ({ ...row, shown: <AnyFound row={row} /> })),
      }))}
      isStale={isStale}
      message={found.error?.message ?? (isEmpty ? nothing : null)}
      onPick={row => {
        go(now => leadTo(now, row));
        // On to what was picked: the next key is meant for it.
        document.getElementById('stage')?.focus();
      }}
      hint={<kbd aria-hidden="true">/</kbd>}
    />
  );
}

function useSlash(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[data-main-search]')?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
