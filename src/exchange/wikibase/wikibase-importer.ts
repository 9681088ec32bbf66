// Entities of Wikibase as an import format: each entity is a record, with its names, and so is each of its statements.
import { claimOf } from '../../domain/claim.js';
import { readProposition } from '../../domain/proposition.js';
import type { ClaimId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceDescription } from '../../domain/source.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ImportedItem, Importer } from '../import/importer.js';
import { entityCommands } from './entity-commands.js';
import { entityOf, KnownKinds, WIKIDATA } from './known-kinds.js';
import { PartMisfit, type WikibasePart } from './part.js';
import { StatementScope } from './scope.js';
import { isEntityId, readSnak, readSnaks } from './snak.js';
import { statementAttestations } from './statement-attestations.js';
import { statementClaim } from './statement-claim.js';
import { sortQualifiersOf } from './statement-qualifiers.js';
import { openEntities, type WikibaseEntityRead } from './wikibase-input.js';
import type { WikibaseMapping } from './wikibase-mapping.js';

/**
 * Reads a file three times: for the kinds of its entities, for their names, and for their statements, so that whatever a statement
 * refers to is there under its own name and kind. What the graph has already keeps its kind.
 */
export function wikibaseImporter(mapping: WikibaseMapping, vocabulary: Vocabulary): Importer {
  return {
    name: 'wikibase',
    async *read(input, find = () => undefined) {
      const entities = await openEntities(input);
      const kinds = new KnownKinds(mapping, vocabulary, find);
      const scope = (): StatementScope => new StatementScope(mapping, vocabulary, kinds);
      await kinds.learn(entities());
      for await (const read of entities()) {
        yield 'problem' in read ? read : entityItem(scope(), read);
      }
      for await (const read of entities()) {
        if ('entity' in read && !unfit(read.entity)) yield* statementItems(scope, read);
      }
    },
  };
}

/** Why an entity is not taken; undefined where it is. */
function unfit(entity: WikibasePart): string | undefined {
  if (!entity.at('missing').missing) return 'the wiki has no such entity';
  if (!entity.at('redirect').missing) return 'a redirect to another entity';
  const id = entity.at('id').value;
  if (!isEntityId(id)) return undefined;
  return /^[QP]/.test(id) ? undefined : 'a lexeme or a file: only items and properties are taken';
}

function entityItem(scope: StatementScope, { entity, placeOf }: WikibaseEntityRead): ImportedItem {
  const place = placeOf(entity.path);
  const reason = unfit(entity);
  if (reason !== undefined) return { place, skipped: reason };
  return attempt('an entity', entity, placeOf, () => {
    if (!isEntityId(entity.at('id').value)) entity.at('id').refuse('the id of an item such as Q42');
    const commands = entityCommands(scope, entity);
    return { place, commands, lost: scope.lost };
  });
}

function* statementItems(scope: () => StatementScope, read: WikibaseEntityRead): Iterable<ImportedItem> {
  const { entity, placeOf } = read;
  if (!isEntityId(entity.at('id').value)) return;
  const made = new Set<ClaimId>();
  for (const statement of statementsOf(entity)) {
    yield attempt('a statement', statement, placeOf, () => {
      if (statement instanceof PartMisfit) throw statement;
      return statementItem(scope(), read, statement, made);
    });
  }
}

/** The statements of an entity, or what stands where they should be. */
function* statementsOf(entity: WikibasePart): Iterable<WikibasePart | PartMisfit> {
  for (const properties of orMisfit(() =>
    entity
      .at('claims')
      .members()
      .map(([, list]) => list),
  )) {
    if (properties instanceof PartMisfit) yield properties;
    else yield* orMisfit(() => properties.items());
  }
}

function orMisfit(read: () => readonly WikibasePart[]): readonly (WikibasePart | PartMisfit)[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PartMisfit)) throw error;
    return [error];
  }
}

function statementItem(
  scope: StatementScope,
  { entity, placeOf }: WikibaseEntityRead,
  statement: WikibasePart,
  made: Set<ClaimId>,
): ImportedItem {
  const place = placeOf(statement.path);
  const snak = readSnak(statement.at('mainsnak'));
  if (snak.datatype === 'commonsMedia') {
    return { place, skipped: `a file of Wikimedia Commons (commonsMedia, ${scope.named(snak.property)})` };
  }
  const qualifiers = sortQualifiersOf(scope, readSnaks(statement.at('qualifiers')));
  const claim = statementClaim(scope, entity.at('id').text(), snak, qualifiers);
  const predicate = scope.vocabulary.getPredicate(claim.predicate);
  const { id } = claimOf(readProposition(claim, predicate), predicate.symmetric);
  if (made.has(id)) scope.lost.push('place and rank of a statement that repeats another of the same page');
  made.add(id);
  const notes = snak.value?.type === 'TIME' ? snak.value.time.notes : [];
  const attached = statementAttestations(scope, statement, id, pageOf(entity), qualifiers, notes);
  return { place, commands: [...scope.stubs, claim, ...attached], lost: scope.lost };
}

/** The page of an entity, as of when it was last edited. */
function pageOf(entity: WikibasePart): SourceDescription {
  const id = entity.at('id').text();
  const modified = entity.at('modified').value;
  return {
    kind: 'DATASET',
    title: `Wikidata: ${id}`,
    url: `https://www.wikidata.org/wiki/${id.startsWith('P') ? 'Property:' : ''}${id}`,
    party: entityOf(WIKIDATA),
    ...(typeof modified === 'string' && isDate(modified) ? { publishedAt: modified } : {}),
  };
}

function isDate(text: string): boolean {
  try {
    readTimeSpan(text);
    return text !== '';
  } catch {
    return false;
  }
}

/** An item, or the problem with it in its place, by the ids of what it was. */
function attempt(
  what: string,
  part: WikibasePart | PartMisfit,
  placeOf: WikibaseEntityRead['placeOf'],
  read: () => ImportedItem,
): ImportedItem {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const id = part instanceof PartMisfit ? undefined : part.at('id').value;
    const named = typeof id === 'string' ? id.slice(0, 80) : what;
    const { path } = error instanceof PartMisfit ? error : part;
    return { place: placeOf(path), problem: `${named}: ${error.message}` };
  }
}
