// Records from FollowTheMoney's statements: each row is a value of one property as one data set says it, and the rows of an entity
// stand together.
import type { ItemPlace } from '../import/importer.js';
import { mostSpecial } from './ftm-schema.js';
import { REFERENT, SCHEMA, type FtmRead, type FtmValue } from './ftm-record.js';

/** The members of a row by name; a blank one is as good as none. */
export type StatementRow = ReadonlyMap<string, string>;
export type StatementRead =
  | { readonly place: ItemPlace; readonly row: StatementRow }
  | { readonly place: ItemPlace; readonly problem: string };

const ID_PROPERTY = 'id';
const LOST: readonly string[] = ['first_seen', 'last_seen', 'external', 'origin'];
const NOTHING: readonly string[] = ['', 'f', 'false'];

/** One record for each run of rows with the same canonical id. */
export async function* statementRecords(rows: AsyncIterable<StatementRead>): AsyncIterable<FtmRead> {
  let group: Group | null = null;
  for await (const read of rows) {
    if ('problem' in read) {
      yield read;
      continue;
    }
    const missing = ['schema', 'prop', 'value', 'dataset'].find(column => !read.row.get(column));
    const id = read.row.get('canonical_id') || read.row.get('entity_id');
    if (missing !== undefined || !id) {
      const what = missing ?? 'entity_id';
      yield { place: read.place, problem: `The statement has no \`${what}\`: fill it in.` };
      continue;
    }
    if (group && group.id !== id) {
      yield group.record();
      group = null;
    }
    group ??= new Group(id, read.place);
    group.add(read.row);
  }
  if (group) yield group.record();
}

class Group {
  private readonly schemata: string[] = [];
  private readonly referents = new Set<string>();
  private readonly values: FtmValue[] = [];
  private readonly lost = new Set<string>();

  constructor(
    readonly id: string,
    private readonly place: ItemPlace,
  ) {}

  add(row: StatementRow): void {
    const cell = (column: string): string => row.get(column) ?? '';
    this.schemata.push(cell('schema'));
    const entity = cell('entity_id');
    const said = [cell('dataset')];
    this.values.push({ property: SCHEMA, text: cell('schema'), said });
    if (entity !== '' && entity !== this.id) {
      this.referents.add(entity);
      this.values.push({ property: REFERENT, text: entity, said });
    }
    for (const column of LOST) {
      if (!NOTHING.includes(cell(column))) this.lost.add(`\`${column}\` of a statement`);
    }
    if (cell('prop') === ID_PROPERTY) return;
    const language = languageOf(cell('lang'));
    const [text, original] = [cell('value'), cell('original_value')];
    this.values.push({
      property: cell('prop'),
      text,
      ...(language === undefined ? {} : { language }),
      ...(original === '' || original === text ? {} : { original }),
      said,
    });
  }

  record(): FtmRead {
    const { id, place, values, referents, lost } = this;
    return {
      id,
      schema: mostSpecial(this.schemata),
      referents: [...referents],
      values,
      place,
      lost: [...lost],
    };
  }
}

/** FollowTheMoney writes three letters (`eng`), names here have the shorter tag (`en`). */
function languageOf(code: string): string | undefined {
  if (!/^[a-z]{2,3}$/.test(code) || code === 'und') return undefined;
  return Intl.getCanonicalLocales(code)[0];
}
