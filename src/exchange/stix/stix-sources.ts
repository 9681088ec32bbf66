// Who says what an object of STIX holds: whoever created it, on the day of this version, and the references it gives.
import type { Relay } from '../../domain/command.js';
import type { SourceDescription } from '../../domain/source.js';
import { InvalidInput } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import { certaintyOf } from '../import/confidence.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { addEntity, isEntity, kindOf, labelOf } from './stix-entity.js';
import { isObject, type JsonObject } from '../../domain/json.js';
import { textIn, textsIn, type StixFile, type StixObject } from './stix-file.js';
import { dayIn } from './stix-time.js';

const PARTIES: readonly string[] = ['PERSON', 'ORGANIZATION', 'STATE'];

/** All that one creator put out in one day is one source. */
export function creatorSource(file: StixFile, { data }: StixObject, draft: RecordDraft): SourceDescription {
  const [created, modified] = [dayIn(data, 'created', draft), dayIn(data, 'modified', draft)];
  if (created !== undefined && modified !== undefined && created !== modified) {
    draft.lose('time "created" of what was modified on a later day');
  }
  const publishedAt = modified ?? created;
  const creator = creatorOf(file, data, draft);
  return {
    kind: 'DATASET',
    title: `STIX objects by ${creator.name}`,
    ...creator.described,
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

type Creator = {
  readonly name: string;
  readonly described: Pick<SourceDescription, 'party' | 'partyDescribedAs'>;
};

/** Its party where the file holds it as one that can speak; else it is described. */
function creatorOf(file: StixFile, data: JsonObject, draft: RecordDraft): Creator {
  const ref = textIn(data, 'created_by_ref')?.toLowerCase();
  const authors = textsIn(data, 'authors') ?? [];
  const object = ref === undefined ? undefined : file.objects.get(ref);
  if (object && isEntity(object) && canBeAdded(object)) {
    const name = labelOf(object);
    if (authors.length > 0) draft.lose('property "authors" beside "created_by_ref"');
    if (!PARTIES.includes(kindOf(object))) return { name, described: { partyDescribedAs: name } };
    return { name, described: { party: addEntity(object, draft) } };
  }
  const listed =
    authors.length === 0 ? undefined : draft.text(authors.join(', '), 'name', 'property "authors"');
  const name = ref ?? listed ?? 'someone who is not named';
  return { name, described: { partyDescribedAs: name } };
}

/** A party whose name cannot be kept would take all down that it says. */
function canBeAdded(object: StixObject): boolean {
  try {
    return readText(labelOf(object), 'name', ['name']) !== '';
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}

/** How sure the creator is, from 0 to 100. */
export function surenessOf({ data }: StixObject, draft: RecordDraft): Pick<Says, 'certainty' | 'wording'> {
  const { confidence } = data;
  if (confidence === undefined) return {};
  if (typeof confidence === 'number' && confidence >= 0) {
    const certainty = certaintyOf(confidence);
    if (certainty !== undefined) return { certainty, wording: `confidence ${confidence}` };
  }
  draft.lose('confidence that is no number from 0 to 100');
  return {};
}

export interface Reference {
  readonly source: Relay;
  readonly scheme: string;
  /** The id that the object has there. */
  readonly externalId: string | undefined;
}

export function referencesOf({ data }: StixObject, draft: RecordDraft): readonly Reference[] {
  const list = data['external_references'] ?? [];
  if (!Array.isArray(list)) draft.lose('external references that are no list');
  return (Array.isArray(list) ? list : []).flatMap((one: unknown) => readReference(one, draft) ?? []);
}

const READ: readonly string[] = ['source_name', 'description', 'url', 'external_id'];

function readReference(data: unknown, draft: RecordDraft): Reference | undefined {
  const scheme = isObject(data)
    ? draft.text(textIn(data, 'source_name') ?? '', 'name', 'external reference')
    : undefined;
  if (!isObject(data) || scheme === undefined) return undefined;
  for (const key of Object.keys(data))
    if (!READ.includes(key)) draft.lose(`"${key}" of an external reference`);
  const [given, externalId] = [textIn(data, 'url'), textIn(data, 'external_id')];
  const url = given === undefined ? undefined : draft.url(given, 'address of an external reference');
  const words =
    textIn(data, 'description') ?? (url === undefined ? `${scheme} ${externalId ?? ''}`.trim() : undefined);
  const title =
    words === undefined ? undefined : draft.text(words, 'title', 'description of an external reference');
  const source: SourceDescription = {
    kind: 'DOCUMENT',
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    partyDescribedAs: scheme,
  };
  return { source: { source: { new: source } }, scheme, externalId };
}
