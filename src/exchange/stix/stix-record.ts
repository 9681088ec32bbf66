// One object of STIX as commands: the entity or relation that it is, and who says so.
import type { RecordDraft, Says } from '../import/record-draft.js';
import { claimsOf } from './stix-claims.js';
import { addEntity } from './stix-entity.js';
import { type JsonObject } from '../../domain/json.js';
import { textIn, type StixFile, type StixObject } from './stix-file.js';
import { addProperties, lossesOf } from './stix-properties.js';
import { creatorSource, referencesOf, surenessOf, type Reference } from './stix-sources.js';

/** @throws InvalidInput where it refers to what is missing, or does not fit. */
export function entityCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const subject = addEntity(object, draft);
  const says = { source: { new: creatorSource(file, object, draft) }, ...surenessOf(object, draft) };
  const references = referencesOf(object, draft);
  const pages = references.filter(({ externalId }) => externalId === undefined);
  for (const wanted of claimsOf(file, object, draft)) draft.claim(wanted, onTheWordOf(pages, says));
  for (const { source, scheme, externalId } of references) {
    if (externalId === undefined) continue;
    const qualifiers = [{ name: 'scheme', value: scheme }];
    const wanted = { subject, predicate: 'identified_by', value: externalId, qualifiers };
    draft.claimIfFit(wanted, [{ ...says, via: [source] }], 'id of an external reference');
  }
  addProperties(object, subject, [says], draft);
}

/** The creator once for each reference, on its word; alone where there is none. */
const onTheWordOf = (references: readonly Reference[], says: Says): readonly Says[] =>
  references.length === 0 ? [says] : references.map(({ source }) => ({ ...says, via: [source] }));

const RELATION: readonly string[] = [
  ...['type', 'id', 'spec_version', 'created', 'modified', 'created_by_ref', 'revoked', 'confidence'],
  ...[
    'relationship_type',
    'source_ref',
    'target_ref',
    'start_time',
    'stop_time',
    'description',
    'external_references',
  ],
];
const SIGHTING: readonly string[] = [
  ...RELATION.filter(key => !/^(relationship_type|source_ref|target_ref|start_time|stop_time)$/.test(key)),
  ...['sighting_of_ref', 'where_sighted_refs', 'first_seen', 'last_seen', 'count'],
];

/** A relationship or a sighting. */
export function relationCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const { data, type } = object;
  const wanted = claimsOf(file, object, draft);
  const source = { new: creatorSource(file, object, draft) };
  const says = { source, ...surenessOf(object, draft), ...describedIn(data, draft) };
  const references = referencesOf(object, draft);
  for (const claim of wanted) draft.claim(claim, onTheWordOf(references, says));
  loseOthers(data, type === 'sighting' ? SIGHTING : RELATION, draft);
}

/** What a relation says in words stands as the wording of whoever says it. */
function describedIn(data: JsonObject, draft: RecordDraft): Pick<Says, 'wording'> {
  const wording = draft.beginning(textIn(data, 'description') ?? '', 'wording', 'description of a relation');
  return wording === undefined ? {} : { wording };
}

export function loseOthers(data: JsonObject, read: readonly string[], draft: RecordDraft): void {
  for (const [key, value] of Object.entries(data)) {
    if (!read.includes(key)) for (const what of lossesOf(key, value)) draft.lose(what);
  }
}
