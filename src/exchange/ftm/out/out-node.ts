// Entities with the claims that FollowTheMoney keeps as properties.
import type { EntityId } from '../../../domain/ids.js';
import type { EntityKind, NameKind } from '../../../domain/entity.js';
import type { ClaimRecord, EntityRecord } from '../../../graph/records/records.js';
import type { ExportWorld } from '../../export/export-world.js';
import type { Lose } from '../../export/exporter.js';
import { entityOfFtm, FTM_ID, ftmOfEntity } from '../ftm-ids.js';
import { USUAL_SCHEMA } from '../ftm-node.js';
import { OWN_DATA_SET } from '../ftm-record.js';
import { ftmSchema } from '../ftm-schema.js';
import type { OutProperty } from './out-property.js';
import { OutRecord } from './out-record.js';
import { sayersOf, type Sayer } from './out-sayers.js';

export interface OutClaim {
  readonly record: ClaimRecord;
  readonly property: OutProperty;
}

const NAMES: { readonly [kind in NameKind]: string } = {
  PRIMARY: 'name',
  ALIAS: 'alias',
  TRANSLITERATION: 'alias',
  ACRONYM: 'alias',
  FORMER: 'previousName',
};

export function nodeRecord(
  record: EntityRecord,
  claims: readonly OutClaim[],
  world: ExportWorld,
  idOf: (entity: EntityId) => string,
  lose: Lose,
): OutRecord {
  const { entity, grades } = record;
  const own = idOf(entity.id);
  const usual = USUAL_SCHEMA[entity.kind];
  const out = new OutRecord(own, schemaOf(entity.kind, claims), entity.label, usual);
  if (entity.kind === 'STATE') lose('kind STATE, which becomes a public body');
  if (schemataOf(claims).length > 1) lose('schemata beyond the first');
  if (entity.provisional) lose('that an entity is known only by reference');
  if (grades.length > 0) lose('reliability of parties');
  for (const { text, kind, language } of world.namesOf(record)) {
    if (kind === 'TRANSLITERATION' || kind === 'ACRONYM') lose(`name kind ${kind}`);
    out.add(NAMES[kind], text, [OWN_DATA_SET], language);
  }
  if (entity.description !== undefined) out.add('summary', entity.description, [OWN_DATA_SET]);
  for (const address of entity.sameAs) addPage(out, address, lose);
  addClaims(out, claims, world, idOf, lose);
  return out;
}

const schemataOf = (claims: readonly OutClaim[]): string[] =>
  claims.filter(({ property }) => property.property === SCHEMA).map(({ property }) => property.text);

/** The first schema that is told of an entity, or what is usual for its kind. */
export const schemaOf = (kind: EntityKind = 'TOPIC', claims: readonly OutClaim[]): string =>
  schemataOf(claims)[0] ?? USUAL_SCHEMA[kind];

/** Properties that are written otherwise: what the record is, and what it was called by. */
export const SCHEMA = '(schema)';
export const REFERENT = '(referent)';

/** The claims that give an entity its schema or an id. */
export function ownProperty({ claim }: ClaimRecord, world: ExportWorld): OutProperty | null {
  const { predicate, value, qualifiers, validTime, subject } = claim;
  const [first, more] = qualifiers;
  if (!value || !('text' in value) || more || validTime !== undefined) return null;
  const { text } = value;
  if (predicate === 'has_property' && first?.name === 'property' && first.value === 'schema') {
    const schema = ftmSchema(text);
    const kind = world.graph.findEntity(subject)?.entity.kind;
    return schema?.is === 'NODE' && schema.kind === kind ? { of: 'SUBJECT', property: SCHEMA, text } : null;
  }
  const isId =
    predicate === 'identified_by' && first?.name === 'scheme' && first.value === 'ftm' && FTM_ID.test(text);
  return isId ? { of: 'SUBJECT', property: REFERENT, text } : null;
}

/** The id that an entity had in FollowTheMoney, or one made from ours. */
export function ftmIdOf(id: EntityId, world: ExportWorld): string {
  for (const { claim } of world.graph.claimsAbout(id)) {
    const { subject, predicate, value } = claim;
    if (subject !== id || predicate !== 'identified_by' || !value || !('text' in value)) continue;
    if (FTM_ID.test(value.text) && entityOfFtm(value.text) === id) return value.text;
  }
  return ftmOfEntity(id);
}

function addPage(out: OutRecord, address: string, lose: Lose): void {
  const wikidata = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/.exec(address)?.[1];
  if (wikidata !== undefined) out.add('wikidataId', wikidata, [OWN_DATA_SET]);
  else if (/^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(address))
    out.add('wikipediaUrl', address, [OWN_DATA_SET]);
  else lose('pages elsewhere than in Wikidata and Wikipedia');
}

function addClaims(
  out: OutRecord,
  claims: readonly OutClaim[],
  world: ExportWorld,
  idOf: (entity: EntityId) => string,
  lose: Lose,
): void {
  const pages = new Map<string, Set<string>>();
  for (const { record, property: is } of claims) {
    const sayers = sayersOf(record, world, lose);
    if (sayers.length === 0) lose('claims that nobody affirms');
    for (const sayer of sayers) {
      pages.set(sayer.dataset, (pages.get(sayer.dataset) ?? new Set()).add(JSON.stringify(sayer.pages)));
      if (is.property === REFERENT) {
        out.mark(sayer.dataset);
        if (is.text !== out.id) out.referents.set(is.text, sayer.dataset);
      } else if (is.property === SCHEMA) {
        out.schemaSayers.add(sayer.dataset);
        // A data set that says nothing else must be there still.
        if (is.text === out.schema) out.mark(sayer.dataset);
      } else {
        out.add(is.property, is.isEntity === true ? idOf(is.text) : is.text, [sayer.dataset]);
      }
    }
  }
  addPages(out, pages, lose);
}

/** In FollowTheMoney a page is one of the whole record: written only where all values of a data set rest on the same. */
function addPages(out: OutRecord, pages: ReadonlyMap<string, ReadonlySet<string>>, lose: Lose): void {
  for (const [dataset, sets] of pages) {
    const [only, other] = [...sets];
    if (other !== undefined) lose('pages of single values');
    else
      for (const [property, text] of JSON.parse(only ?? '[]') as Sayer['pages'])
        out.add(property, text, [dataset]);
  }
}
