// A field with a list below it to pick from, by mouse or keyboard: the frame that all searches share. What the rows are is theirs.
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift';
import {
  useEffect,
  useRef,
  type ChangeEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { firstFocus } from '../look/first-focus.js';
import './search.css';

export interface ComboboxRow {
  readonly id: string;
  /** Stands in the field once it is picked. */
  readonly text: string;
  readonly shown: ReactNode;
}

export interface ComboboxGroup<R extends ComboboxRow> {
  /** Null where there is but one group. */
  readonly title: string | null;
  readonly rows: readonly R[];
  /** What is not shown, in words. */
  readonly more: string | null;
}

export interface ComboboxProps<R extends ComboboxRow> {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** For screen readers alone. */
  readonly isLabelUnseen?: boolean | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly ComboboxGroup<R>[];
  /** The groups answer an earlier text; Enter picks nothing from them. */
  readonly isStale: boolean;
  /** What happens, or why there is nothing, in words. */
  readonly message: string | null;
  readonly onPick: (row: R) => void;
  /** Empties the field once a row is picked. */
  readonly clears?: boolean | undefined;
  /** At the end of the field. */
  readonly hint?: ReactNode;
  /** `/` typed elsewhere leads here. */
  readonly isMain?: boolean | undefined;
}

export function Combobox<R extends ComboboxRow>(props: ComboboxProps<R>): ReactElement {
  const { label, text, onText, groups, isStale, message, onPick, clears = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const { autoFocus = false } = props;
  useEffect(() => {
    // Not as a ref: downshift makes it anew each time, and the keyboard would be called back here.
    if (autoFocus) firstFocus(input.current);
  }, [autoFocus]);
  const rows = groups.flatMap(group => group.rows);
  const box = useCombobox<R>({
    items: rows,
    inputValue: text,
    selectedItem: null,
    itemToString: row => row?.text ?? '',
    defaultHighlightedIndex: 0,
    stateReducer: (state, { type, changes }) => reduced(state, type, changes),
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return;
      onText(clears ? '' : selectedItem.text);
      onPick(selectedItem);
    },
  });
  const isOpen = box.isOpen && text.trim() !== '';
  // A dialog around the field closes on Escape as well; the list goes first.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) event.preventDefault();
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (isStale) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
    }
  };
  // Handled here, because downshift may report a letter only after the next one was typed.
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => onText(event.target.value);
  return (
    <div className="field search">
      <label className={props.isLabelUnseen ? 'unseen' : 'small'} {...box.getLabelProps()}>
        {label}
      </label>
      <div className="search-input">
        <input
          {...box.getInputProps({ onKeyDown, onChange, ref: input })}
          placeholder={props.placeholder}
          maxLength={200}
          spellCheck={false}
          {...(props.isMain ? { 'data-main-search': true } : {})}
        />
        {props.hint}
      </div>
      <div className="search-popup" hidden={!isOpen} aria-busy={isStale}>
        <p className="search-message muted small" role="status">
          {isOpen ? message : ''}
        </p>
        <div className="search-list" {...box.getMenuProps()}>
          {isOpen && <Groups groups={groups} box={box} />}
        </div>
      </div>
    </div>
  );
}

function Groups<R extends ComboboxRow>({
  groups,
  box,
}: Pick<ComboboxProps<R>, 'groups'> & Pick<RowsProps<R>, 'box'>): ReactNode {
  return groups.map((group, at) => (
    <Rows
      key={group.title ?? at}
      group={group}
      first={groups.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0)}
      box={box}
    />
  ));
}

interface RowsProps<R extends ComboboxRow> {
  readonly group: ComboboxGroup<R>;
  /** Where the first of the group stands among all rows. */
  readonly first: number;
  readonly box: ReturnType<typeof useCombobox<R>>;
}

function Rows<R extends ComboboxRow>({ group: { title, rows, more }, first, box }: RowsProps<R>): ReactNode {
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-label={title ?? 'Found'}>
      {title !== null && (
        <p className="label search-title" aria-hidden="true">
          {title}
        </p>
      )}
      {rows.map((row, at) => (
        <div
          key={row.id}
          className="search-row"
          {...box.getItemProps({ item: row, index: first + at })}
          data-highlighted={box.highlightedIndex === first + at}
        >
          {row.shown}
        </div>
      ))}
      {more !== null && <p className="search-title muted small">{more}</p>}
    </div>
  );
}

/** What stands in the field is for us to say, and leaving it picks nothing. */
function reduced<R extends ComboboxRow>(
  { inputValue }: UseComboboxState<R>,
  type: UseComboboxStateChangeOptions<R>['type'],
  changes: Partial<UseComboboxState<R>>,
): Partial<UseComboboxState<R>> {
  const { InputBlur, InputChange } = useCombobox.stateChangeTypes;
  if (type === InputChange) return changes;
  return type === InputBlur ? { ...changes, inputValue, selectedItem: null } : { ...changes, inputValue };
}
