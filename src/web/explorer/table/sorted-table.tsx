// A table whose rows are sorted by any of its columns; long ones begin with their first rows.
import { useState, type ReactElement, type ReactNode } from 'react';
import { counted } from '../words/words.js';
import type { Column } from './columns.js';
import { ordered, sorted, type Order } from './sorting.js';

const PAGE = 200;

export interface SortedTableProps<Item> {
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** In place of a cell's text; undefined leaves the text. */
  readonly shown: (item: Item, column: Column<Item>) => ReactNode;
}

export function SortedTable<Item>(props: SortedTableProps<Item>): ReactElement {
  const { caption, columns, items, idOf, shown, selected, onSelect } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const [most, setMost] = useState(PAGE);
  const rows = sorted(items, columns, order);
  const [first, ...others] = columns;
  if (!first) return <></>;
  return (
    <>
      <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption className="unseen">{caption}. The buttons in the head sort it.</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <Head key={column.id} column={column} order={order} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(item => {
              const id = idOf(item);
              return (
                <tr key={id} aria-current={id === selected ? 'true' : undefined} onClick={() => onSelect(id)}>
                  <th scope="row">
                    <button
                      className="table-open"
                      onClick={event => {
                        event.stopPropagation();
                        onSelect(id);
                      }}
                    >
                      {shown(item, first) ?? first.text(item)}
                    </button>
                  </th>
                  {others.map(column => (
                    <td key={column.id} className={column.isNumber ? 'table-number' : undefined}>
                      {shown(item, column) ?? column.text(item)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <p className="row small">
          Showing {most.toLocaleString('en')} of {counted(rows.length, 'row')}.
          <button className="button plain" onClick={() => setMost(most + PAGE)}>
            Show {Math.min(PAGE, rows.length - most)} more
          </button>
        </p>
      )}
    </>
  );
}

interface HeadProps<Item> {
  readonly column: Column<Item>;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}

function Head<Item>({ column, order, onOrder }: HeadProps<Item>): ReactElement {
  const isSorted = order?.column === column.id;
  const direction = order?.isDown ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : 'none'}
      className={column.isNumber ? 'table-number' : undefined}
    >
      <button className="table-sort" onClick={() => onOrder(ordered(order, column))}>
        {column.title}
        <span aria-hidden="true">{isSorted ? (order?.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
