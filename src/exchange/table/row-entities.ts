// The entities that one row of a table names: their ids, and the commands that add them, each once.
import type { AddEntity, NewName } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { entityIdOf } from '../import/entity-key.js';
import type { SplitMapping } from './mapping-shape.js';
import type { TableRow } from './row.js';
import type { Rule } from './rule.js';
import type { MappedEntity, MappedName, TableMapping } from './table-mapping.js';

/** Entities of whose keys the ids are kept, for each kind of them in a mapping. */
const MOST_KNOWN = 10_000;

const NONE: readonly EntityId[] = Object.freeze([]);

/** A row splits into so many at most. */
const MOST_PARTS = 1000;

/** The row once for each part of the columns to be split; once as it is where none is. */
export function splitRows(row: TableRow, split: SplitMapping): readonly TableRow[] {
  let rows: readonly TableRow[] = [row];
  for (const column in split) {
    const separator = split[column] ?? '';
    rows = rows.flatMap(one => one.parts(column, separator).map(part => one.with(column, part)));
    if (rows.length > MOST_PARTS) {
      throw new InvalidInput(
        `Column "${column}" splits into more than ${MOST_PARTS} parts: is it the right separator?`,
        { field: [column] },
      );
    }
  }
  return rows;
}

/** What a rule that must give something gives. */
export function needed(rule: Rule, row: TableRow, what: string): string {
  const text = rule.read(row);
  if (text !== undefined) return text;
  const column = rule.columns.find(column => row.text(column) === '');
  const where = column === undefined ? '' : `, for column "${column}" is blank`;
  throw new InvalidInput(
    `There is no ${what}${where}: fill it in, or say \`when\` in the mapping if such rows are right.`,
    { field: column === undefined ? [] : [column] },
  );
}

export class RowEntities {
  readonly commands: AddEntity[] = [];
  /** False while an entity was only referred to. */
  private added: Map<EntityId, boolean> | null = null;

  constructor(private readonly mapping: TableMapping) {}

  /** Ids of the entities that a key of the mapping stands for in a row: none where it is blank, several where it is split. */
  ids(name: string, row: TableRow): readonly EntityId[] {
    if (name.startsWith('entity:')) return [name];
    const entity = this.mapping.entities.get(name);
    if (!entity?.when.holds(row)) return NONE;
    const parts = splitRows(row, entity.split);
    if (parts.length !== 1) return parts.flatMap(part => this.id(entity, part) ?? []);
    const id = this.id(entity, parts[0] ?? row);
    return id === undefined ? NONE : [id];
  }

  private id(entity: MappedEntity, row: TableRow): EntityId | undefined {
    const key = entity.id.read(row);
    if (key === undefined) return undefined;
    const id = this.idOf(entity, key);
    if (entity.made) this.add(id, key, entity, entity.made, row);
    return id;
  }

  private idOf({ known }: MappedEntity, key: string): EntityId {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const id = key.startsWith('entity:') ? key : entityIdOf(this.mapping.id, key);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, id);
    return id;
  }

  private add(
    id: EntityId,
    key: string,
    entity: MappedEntity,
    made: NonNullable<MappedEntity['made']>,
    row: TableRow,
  ): void {
    this.added ??= new Map();
    if (made.label && this.added.get(id) !== true) {
      this.added.set(id, true);
      this.commands.push(addEntity(id, entity, { ...made, label: made.label }, row));
    } else if (!this.added.has(id)) {
      this.added.set(id, false);
      this.commands.push(referTo(id, key, made.kind, row));
    }
  }
}

/** Under its key, until a row tells what it is called. */
const referTo = (id: EntityId, label: string, kind: Rule, row: TableRow): AddEntity => ({
  type: 'AddEntity',
  id,
  kind: needed(kind, row, 'kind') as EntityKind,
  label,
  provisional: true,
});

function addEntity(
  id: EntityId,
  { names, description, sameAs }: MappedEntity,
  { kind, label }: { readonly kind: Rule; readonly label: Rule },
  row: TableRow,
): AddEntity {
  const described = description?.read(row);
  const spellings = names.flatMap(name => namesOf(name, row));
  const pages = sameAs.flatMap(rule => rule.read(row) ?? []);
  return {
    type: 'AddEntity',
    id,
    kind: needed(kind, row, 'kind') as EntityKind,
    label: needed(label, row, 'label'),
    // Rows spell one entity in several ways; that is no reason to refuse them.
    spelledOtherwise: true,
    ...(spellings.length === 0 ? {} : { names: spellings }),
    ...(described === undefined ? {} : { description: described }),
    ...(pages.length === 0 ? {} : { sameAs: pages }),
  };
}

const namesOf = ({ text, language, kind, split }: MappedName, row: TableRow): NewName[] =>
  splitRows(row, split).flatMap(part => {
    const spelling = text.read(part);
    if (spelling === undefined) return [];
    return {
      text: spelling,
      ...(language === undefined ? {} : { language }),
      ...(kind === undefined ? {} : { kind }),
    };
  });
