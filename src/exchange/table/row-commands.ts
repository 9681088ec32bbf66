// From a row to the commands it asks for: entities, then each claim with those who say it.
import type { Qualifier } from '../../domain/claim.js';
import type { Command, MakeClaim } from '../../domain/command.js';
import type { EntityId } from '../../domain/ids.js';
import { claimMadeBy } from '../../domain/proposition.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { attachSources } from './row-attestations.js';
import type { TableRow } from './row.js';
import { needed, RowEntities, splitRows } from './row-entities.js';
import type { MappedClaim, TableMapping } from './table-mapping.js';

const MOST_CLAIMS = 1000;

/** The commands of a row, in an order in which they can be carried out. @throws InvalidInput where the row does not fit. */
export function rowCommands(mapping: TableMapping, vocabulary: Vocabulary, row: TableRow): Command[] {
  const entities = new RowEntities(mapping);
  for (const key of mapping.entities.keys()) entities.ids(key, row);
  const claims: Command[] = [];
  for (const claim of mapping.claims) claimCommands(mapping, vocabulary, entities, claim, row, claims);
  // The reading of claims adds entities too.
  return entities.commands.length === 0 ? claims : [...entities.commands, ...claims];
}

/** Adds to `commands`. */
function claimCommands(
  mapping: TableMapping,
  vocabulary: Vocabulary,
  entities: RowEntities,
  claim: MappedClaim,
  row: TableRow,
  commands: Command[],
): void {
  for (const part of splitRows(row, claim.split)) {
    if (!claim.when.holds(part)) continue;
    const predicate = vocabulary.getPredicate(needed(claim.predicate, part, 'predicate'));
    for (const made of propositions(claim, predicate.id, entities, part)) {
      const { id } = claimMadeBy(made, predicate);
      commands.push(made, ...attachSources(mapping, entities, id, claim.attestations, part));
    }
  }
}

/** One for each pair of a subject and an object. */
function propositions(
  claim: MappedClaim,
  predicate: string,
  entities: RowEntities,
  row: TableRow,
): MakeClaim[] {
  const subjects = present(entities.ids(claim.subject, row), 'subject', claim.subject);
  const objects =
    claim.object === null ? null : present(entities.ids(claim.object, row), 'object', claim.object);
  if (subjects.length * (objects?.length ?? 1) > MOST_CLAIMS) {
    throw new InvalidInput(`A row makes more than ${MOST_CLAIMS} claims: is it the right separator?`);
  }
  const rest = {
    ...(objects === null ? valueOf(claim, row) : {}),
    ...timeOf(claim, row),
    qualifiers: claim.qualifiers.flatMap(qualifier => qualifiersOf(qualifier, entities, row)),
  };
  return subjects.flatMap(subject =>
    (objects ?? [undefined]).map((object): MakeClaim => ({
      type: 'MakeClaim',
      subject,
      predicate,
      ...(object === undefined ? {} : { object }),
      ...rest,
    })),
  );
}

function present(ids: readonly EntityId[], what: string, name: string): readonly EntityId[] {
  if (ids.length > 0) return ids;
  throw new InvalidInput(
    `There is no ${what}, for "${name}" is blank here: fill it in, or say \`when\` in the mapping if such rows are right.`,
  );
}

function valueOf({ value, unknown }: MappedClaim, row: TableRow): Pick<MakeClaim, 'value' | 'unknown'> {
  const text = value?.read(row);
  if (text !== undefined) return { value: text };
  const instead = unknown?.read(row);
  if (instead !== undefined) return { unknown: instead as NonNullable<MakeClaim['unknown']> };
  return value === null ? {} : { value: needed(value, row, 'value') };
}

function timeOf({ validTime }: MappedClaim, row: TableRow): Pick<MakeClaim, 'validTime'> {
  const time = validTime?.read(row);
  return time === undefined ? {} : { validTime: time };
}

function qualifiersOf(
  { name, entity, value }: MappedClaim['qualifiers'][number],
  entities: RowEntities,
  row: TableRow,
): Qualifier[] {
  if (entity !== null) return entities.ids(entity, row).map(id => ({ name, entity: id }));
  const text = value?.read(row);
  return text === undefined ? [] : [{ name, value: text }];
}
