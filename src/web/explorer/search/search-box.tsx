// Finds an entity by any of its spellings: wherever one has to be named.
import { useState, type ReactElement } from 'react';
import { FindEntitiesDocument, type EntityKind, type EntityLineFragment } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { Combobox, type ComboboxRow } from './combobox.js';
import { entityRow, moreText, type FoundEntity } from './found.js';
import { EntityFound } from './entity-found.js';
import { useDebounced } from '../look/use-debounced.js';

const SHOWN = 8;

interface EntityRow extends ComboboxRow {
  readonly entity: FoundEntity['node'];
}

export interface EntitySearchProps {
  readonly label: string;
  readonly onPick: (entity: EntityLineFragment) => void;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** Only these; all unless given. */
  readonly kinds?: readonly EntityKind[];
  /** What stands in the field at first. */
  readonly initial?: string;
  /** Empties the field once one is picked; else its name stays there. */
  readonly clears?: boolean;
  readonly isLabelUnseen?: boolean;
  /** Something else is typed: what was picked before is no longer meant. */
  readonly onEdit?: () => void;
}

export function EntitySearch(props: EntitySearchProps): ReactElement {
  const { label, onPick, kinds, initial = '', onEdit } = props;
  const [text, setText] = useState(initial);
  const words = useDebounced(text).trim();
  const variables = { text: words, first: SHOWN, ...(kinds ? { kinds } : {}) };
  const found = useAsk(FindEntitiesDocument, variables, { when: words !== '' });
  const isStale = words !== text.trim() || found.isPlaceholderData || found.isPending;
  const edges = found.data?.search.edges ?? [];
  const rows = edges.map((edge): EntityRow => ({
    ...entityRow(edge),
    shown: <EntityFound found={edge} />,
    entity: edge.node,
  }));
  return (
    <Combobox
      label={label}
      placeholder={props.placeholder}
      autoFocus={props.autoFocus}
      isLabelUnseen={props.isLabelUnseen}
      clears={props.clears}
      text={text}
      onText={typed => {
        setText(typed);
        // Picking writes into the field as well.
        if (!rows.some(row => row.text === typed)) onEdit?.();
      }}
      groups={[{ title: null, rows, more: moreText(rows.length, found.data?.search.totalCount) }]}
      isStale={isStale}
      message={messageOf(found.error?.message, isStale, rows.length, words)}
      onPick={row => onPick(row.entity)}
    />
  );
}

function messageOf(
  problem: string | undefined,
  isStale: boolean,
  count: number,
  text: string,
): string | null {
  if (problem !== undefined) return problem;
  if (isStale) return count === 0 ? 'Searching …' : null;
  return count === 0 ? `Nobody and nothing here is called “${text}”.` : null;
}
