// STIX 2.0 and 2.1: a bundle of objects, read as a whole, since they refer to one another in any order.
import { claimOf } from '../../domain/claim.js';
import type { ClaimId } from '../../domain/ids.js';
import { readProposition } from '../../domain/proposition.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { FindEntity, ImportedItem, Importer, ImportInput } from '../import/importer.js';
import { RecordDraft } from '../import/record-draft.js';
import { readJsonInput } from '../json/json-input.js';
import type { JsonText } from '../json/json-text.js';
import { claimsOf, danglingText } from './stix-claims.js';
import { isEntity } from './stix-entity.js';
import { readStix, refsIn, type StixFile, type StixObject } from './stix-file.js';
import { entityCommands, relationCommands } from './stix-record.js';
import {
  isNeutral,
  languageCommands,
  noteCommands,
  opinionCommands,
  reportCommands,
} from './stix-reports.js';
import { creatorIdOf, isRevoked, revoke } from './stix-revoked.js';

type Commands = (file: StixFile, object: StixObject, draft: RecordDraft) => void;

const OF_TYPES: { readonly [type: string]: Commands } = {
  relationship: relationCommands,
  sighting: relationCommands,
  report: reportCommands,
  grouping: reportCommands,
  note: noteCommands,
  opinion: opinionCommands,
  'language-content': languageCommands,
};
/** What others refer to comes first. */
const RANKS: readonly string[] = ['language-content', 'relationship', 'sighting'];
const HANDLING: readonly string[] = ['marking-definition', 'extension-definition'];

/** A record for each object, and one more for each reference of a list that leads nowhere. */
export const stixImporter = (vocabulary: Vocabulary): Importer => ({
  name: 'stix',
  async *read(input: ImportInput, find: FindEntity = () => undefined) {
    const json = await readJsonInput(input);
    const file = readStix(json, find);
    const placeOf = (index: number) => json.placeOf(['objects', index]);
    for (const { index, problem } of file.faults) yield { place: placeOf(index), problem };
    for (const index of file.older) yield { place: placeOf(index), skipped: 'an older version of an object' };
    const live = liveClaims(file, vocabulary);
    for (const object of inOrder(file)) {
      yield itemOf(file, object, live, new RecordDraft(vocabulary), json);
      yield* danglingItems(file, object, json);
    }
  },
});

/** Relations that are revoked come last: others may have said them before. */
function inOrder({ objects }: StixFile): readonly StixObject[] {
  const rank = (object: StixObject): number => {
    if (isEntity(object)) return -1;
    if (isRevoked(object)) return RANKS.length + 1;
    const known = RANKS.indexOf(object.type);
    return known < 0 ? RANKS.length : known;
  };
  return [...objects.values()].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}

function itemOf(
  file: StixFile,
  object: StixObject,
  live: ReadonlySet<ClaimId>,
  draft: RecordDraft,
  json: JsonText,
): ImportedItem {
  const place = json.placeOf(['objects', object.index]);
  if (HANDLING.includes(object.type)) return { place, skipped: `a ${object.type}` };
  if (isNeutral(object)) return { place, skipped: 'a neutral opinion' };
  try {
    (isEntity(object) ? entityCommands : (OF_TYPES[object.type] ?? entityCommands))(file, object, draft);
    if (isRevoked(object)) revoke(draft, live);
    return { place, commands: draft.commands, lost: draft.lost };
  } catch (error) {
    if (error instanceof InvalidInput) return { place, problem: error.message };
    throw error;
  }
}

/** References of lists, and creators, that are not in the file: the object goes in without them. */
function* danglingItems(file: StixFile, object: StixObject, json: JsonText): Iterable<ImportedItem> {
  for (const [nth, ref] of refsIn(object.data, 'object_refs').entries()) {
    if (file.objects.has(ref)) continue;
    yield {
      place: json.placeOf(['objects', object.index, 'object_refs', nth]),
      problem: danglingText(object, ref),
    };
  }
  const creator = creatorIdOf(object);
  if (creator === undefined || file.objects.has(creator)) return;
  yield {
    place: json.placeOf(['objects', object.index, 'created_by_ref']),
    problem: danglingText(object, creator),
  };
}

/** Claims of relations that stand, where others are revoked. */
function liveClaims({ objects, ...rest }: StixFile, vocabulary: Vocabulary): ReadonlySet<ClaimId> {
  const relations = [...objects.values()].filter(
    ({ type }) => type === 'relationship' || type === 'sighting',
  );
  const live = new Set<ClaimId>();
  if (!relations.some(isRevoked)) return live;
  for (const object of relations.filter(one => !isRevoked(one))) {
    try {
      for (const wanted of claimsOf({ objects, ...rest }, object, new RecordDraft(vocabulary))) {
        const predicate = vocabulary.getPredicate(wanted.predicate);
        live.add(
          claimOf(readProposition({ type: 'MakeClaim', ...wanted }, predicate), predicate.symmetric).id,
        );
      }
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  }
  return live;
}
