// A row of a table: texts by column, and the place of each. Rows are never changed; splitting one makes others beside it.
import { InvalidInput } from '../../domain/refusal.js';
import type { ItemPlace } from '../import/importer.js';

/** A cell holds a text, or in JSON Lines a list of texts. Blank is the empty text. */
export type Cell = string | readonly string[];

export class TableRow {
  /**
   * @param index where each column stands in `cells`
   * @param placeOf place of a cell by its index, worked out only where it is asked for
   */
  constructor(
    private readonly index: ReadonlyMap<string, number>,
    private readonly cells: readonly Cell[],
    private readonly placeOf: (cell: number | undefined) => ItemPlace,
  ) {}

  /** Text without outer blanks; a column that the row lacks is blank. @throws InvalidInput where the cell is a list. */
  text(column: string): string {
    const cell = this.cell(column);
    if (typeof cell === 'string') return cell.trim();
    throw new InvalidInput(`Column "${column}" holds a list here: name it under \`split\`.`, {
      field: [column],
    });
  }

  /** The parts of a cell, without blank ones; a list is parted already. */
  parts(column: string, separator: string): readonly string[] {
    const cell = this.cell(column);
    const parts = typeof cell === 'string' ? cell.split(separator) : cell;
    return parts.map(part => part.trim()).filter(part => part !== '');
  }

  /** The row as it would be with another text in a column. */
  with(column: string, text: string): TableRow {
    const at = this.index.get(column);
    if (at === undefined) return this;
    const cells = [...this.cells];
    cells[at] = text;
    return new TableRow(this.index, cells, this.placeOf);
  }

  /** Columns that are not blank here and not among those used. */
  unused(used: ReadonlySet<string>): readonly string[] {
    const left: string[] = [];
    for (const [column, at] of this.index) {
      if (!used.has(column) && (this.cells[at] ?? '').length > 0) left.push(`column "${column}"`);
    }
    return left;
  }

  /** Place of a column, or of the row where there is no such column. */
  place(column?: string): ItemPlace {
    return this.placeOf(column === undefined ? undefined : this.index.get(column));
  }

  private cell(column: string): Cell {
    const at = this.index.get(column);
    return at === undefined ? '' : (this.cells[at] ?? '');
  }
}
