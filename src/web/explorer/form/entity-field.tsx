// Names an entity: one that is known here, one that is added on the spot, or, where that is allowed, mere words.
import { useState, type ReactElement } from 'react';
import {
  AddPartyDocument,
  FindEntitiesDocument,
  type AddPartyMutation,
  type EntityKind,
  type EntityLineFragment,
} from '../api/documents.js';
import { useAsk, useRecording } from '../api/use-ask.js';
import { KIND } from '../words/words.js';
import { Combobox, type ComboboxRow } from '../search/combobox.js';
import { EntityFound } from '../search/entity-found.js';
import { entityRow, moreText } from '../search/found.js';
import { useDebounced } from '../look/use-debounced.js';
import { Part } from './problems.js';

const SHOWN = 6;

interface EntityRow extends ComboboxRow {
  /** Known, the kind of a new one, or none: the words as they stand. */
  readonly entity: EntityLineFragment | EntityKind | null;
}

export interface EntityFieldProps {
  readonly label: string;
  readonly path: string;
  readonly placeholder?: string;
  /** Those that can be meant, and those that can be added. */
  readonly kinds: readonly EntityKind[];
  readonly value: EntityLineFragment | null;
  readonly onChange: (entity: EntityLineFragment | null) => void;
  /** Words that name no entity are meant as well. */
  readonly onWords?: (words: string) => void;
}

/** Adding one is recorded at once, and said: an entity of which nothing is claimed yet. */
export function EntityField(props: EntityFieldProps): ReactElement {
  const { label, path, kinds, value, onChange, onWords } = props;
  const [text, setText] = useState(value?.label ?? '');
  const adding = useRecording(AddPartyDocument, { changes: false });
  const found = useEntities(text, value, kinds, onWords !== undefined);
  const pick = ({ entity, text }: EntityRow): void => {
    if (entity === null) return onWords?.(text);
    onWords?.('');
    if (typeof entity !== 'string') return onChange(entity);
    adding.mutate(
      { input: { kind: entity, label: text } },
      { onSuccess: ({ addEntity }) => addEntity.entity && onChange(addEntity.entity) },
    );
  };
  const type = (typed: string): void => {
    setText(typed);
    if (value && typed === value.label) return;
    if (value) onChange(null);
    onWords?.(typed);
  };
  const picks = { value, text, takesWords: onWords !== undefined };
  return (
    <Part path={path}>
      <Combobox
        label={label}
        placeholder={props.placeholder}
        text={text}
        onText={type}
        groups={[{ title: null, rows: found.rows, more: found.more }]}
        isStale={found.isStale}
        message={found.message}
        onPick={pick}
      />
      <p className="small form-said" role="status">
        {adding.error?.message ?? addedWords(adding.data?.addEntity, picks)}
      </p>
    </Part>
  );
}

function useEntities(
  text: string,
  picked: EntityLineFragment | null,
  kinds: readonly EntityKind[],
  takesWords: boolean,
) {
  const typed = text.trim();
  const words = useDebounced(text).trim();
  const when = words !== '' && picked === null;
  const found = useAsk(FindEntitiesDocument, { text: words, kinds, first: SHOWN }, { when });
  const isStale = when && (words !== typed || found.isPlaceholderData || found.isPending);
  const edges = when ? (found.data?.search.edges ?? []) : [];
  const known = edges.map((edge): EntityRow => ({
    ...entityRow(edge),
    shown: <EntityFound found={edge} />,
    entity: edge.node,
  }));
  const asWords: EntityRow = { id: 'words', text: typed, entity: null, shown: `“${typed}”, as words` };
  const added = kinds.map(kind => addingRow(typed, kind));
  return {
    rows: [...known, ...(when && !isStale ? [...(takesWords ? [asWords] : []), ...added] : [])],
    more: when ? moreText(known.length, found.data?.search.totalCount) : null,
    isStale,
    message: found.error?.message ?? null,
  };
}

const addingRow = (text: string, kind: EntityKind): EntityRow => ({
  id: `add:${kind}`,
  text,
  entity: kind,
  shown: (
    <span className="search-name">
      Add “{text}” as a new {KIND[kind]}
    </span>
  ),
});

function addedWords(
  added: AddPartyMutation['addEntity'] | undefined,
  { value, text, takesWords }: { value: EntityLineFragment | null; text: string; takesWords: boolean },
): string {
  if (value === null && text.trim() !== '') {
    return added?.userErrors[0]?.message ?? (takesWords ? '' : 'Choose one from the list.');
  }
  return added?.entity && added.entity.id === value?.id ? `${value.label} was added.` : '';
}
