// Entities of the graph as objects of STIX 2.1.
import type { EntityKind } from '../../domain/entity.js';
import type { Recorded } from '../../domain/event.js';
import type { ClaimRecord, EntityRecord } from '../../graph/records/records.js';
import type { Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { codeOf } from '../import/country.js';
import { kindOf } from './stix-entity.js';
import { timesOf } from './stix-moments.js';
import type { StixEntity } from './stix-entities.js';
import { confidenceIn, referencesTo, type StixReference } from './stix-said.js';

export type StixData = { readonly [key: string]: unknown };

/** What every object has. */
export const headOf = (type: string, id: string, { at }: Recorded): StixData => ({
  type,
  spec_version: '2.1',
  id,
  created: at,
  modified: at,
});

const CLASSES: { readonly [kind in EntityKind]?: string } = {
  PERSON: 'individual',
  ORGANIZATION: 'organization',
  STATE: 'organization',
};
const WITH_ALIASES: readonly string[] = [
  ...['threat-actor', 'intrusion-set', 'campaign', 'malware', 'tool', 'attack-pattern', 'infrastructure'],
];

export function entityObject(
  world: ExportWorld,
  record: EntityRecord,
  shelf: StixEntity,
  lose: Lose,
): StixData {
  const { entity, recorded } = record;
  const { type, stixId } = shelf;
  if (entity.provisional) lose('that an entity is known only by reference');
  const object = {
    ...headOf(type, stixId, recorded),
    name: entity.label,
    ...(entity.description === undefined ? {} : { description: entity.description }),
    ...aliasesOf(world, record, type, lose),
    ...neededBy(type, record),
    ...ofItsType(world, shelf, lose),
    ...listed('labels', labelsOf(shelf)),
    ...listed('external_references', entityReferences(world, record, shelf, lose)),
  };
  const same = kindOf({ id: stixId, type, data: object, index: 0 }) === entity.kind;
  return same ? object : { ...object, x_hearsay_kind: entity.kind };
}

export const listed = (key: string, list: readonly unknown[]): StixData =>
  list.length === 0 ? {} : { [key]: list };

function aliasesOf(world: ExportWorld, record: EntityRecord, type: string, lose: Lose): StixData {
  const names = world.namesOf(record).filter(({ text }) => text !== record.entity.label);
  if (names.some(({ language }) => language !== undefined)) lose('language of a name');
  if (WITH_ALIASES.includes(type)) return listed('aliases', [...new Set(names.map(({ text }) => text))]);
  for (const _ of names) lose(`name of an object "${type}", which has one`);
  return {};
}

/** Members without which an object of the type is none. */
function neededBy(type: string, { entity: { id, kind, label } }: EntityRecord): StixData {
  if (type === 'malware') return { is_family: false };
  if (type === 'identity') return { identity_class: CLASSES[kind] ?? 'class' };
  if (type !== 'location') return {};
  const code = codeOf(id);
  return code?.length === 2 ? { country: code.toUpperCase() } : { region: label };
}

const valueOf = ({ claim: { value } }: ClaimRecord): string => (value && 'text' in value ? value.text : '');

const WITH_TIMES: readonly string[] = [
  'threat-actor',
  'intrusion-set',
  'campaign',
  'malware',
  'infrastructure',
];

/** How sure they are that it is what its type says, and since when. */
function ofItsType(world: ExportWorld, { classes, type }: StixEntity, lose: Lose): StixData {
  const said = classes.find(record => valueOf(record) === type);
  if (!said) return {};
  if (said.claim.validTime !== undefined && !WITH_TIMES.includes(type))
    lose(`valid time of a class "${type}"`);
  const times = WITH_TIMES.includes(type) ? timesOf(said, 'first_seen', 'last_seen', lose) : {};
  return { ...times, ...confidenceIn(world, said, lose) };
}

const labelsOf = ({ classes, type }: StixEntity): readonly string[] => [
  ...new Set(classes.map(valueOf).filter(text => text !== type && text !== '')),
];

function entityReferences(
  world: ExportWorld,
  { entity }: EntityRecord,
  { identifiers, classes, type }: StixEntity,
  lose: Lose,
): readonly StixReference[] {
  const known = identifiers.map(record => {
    const scheme = record.claim.qualifiers.find(({ name }) => name === 'scheme')?.value;
    return { source_name: scheme ?? 'unknown', external_id: valueOf(record) };
  });
  const pages = entity.sameAs.map(url => ({ source_name: new URL(url).hostname, url }));
  const said = classes.filter(record => valueOf(record) === type);
  for (const _ of [...identifiers, ...classes.filter(record => valueOf(record) !== type)]) {
    lose('sources of an identifier or a label');
  }
  return [...known, ...pages, ...said.flatMap(record => referencesTo(world, record, 'AFFIRMS', lose))];
}
