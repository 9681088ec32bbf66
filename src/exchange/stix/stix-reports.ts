// Objects of STIX that speak of others: reports and groupings are sources of what they list, opinions agree or deny, notes add words.
import type { Certainty, Polarity } from '../../domain/attestation.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceDescription } from '../../domain/source.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { claimsOf } from './stix-claims.js';
import { isEntity, LANGUAGE, stixEntityId } from './stix-entity.js';
import { isObject } from '../../domain/json.js';
import { refsIn, textIn, type StixFile, type StixObject } from './stix-file.js';
import { loseOthers } from './stix-record.js';
import { creatorIdOf, isRevoked } from './stix-revoked.js';
import { creatorSource, referencesOf, surenessOf } from './stix-sources.js';
import { dayIn } from './stix-time.js';

const COMMON: readonly string[] = [
  ...[
    'type',
    'id',
    'spec_version',
    'created',
    'modified',
    'created_by_ref',
    'revoked',
    'confidence',
    'authors',
  ],
  'object_refs',
];

/** Objects of the file that this one speaks of; what is missing is told apart. */
const spokenOf = (file: StixFile, { data }: StixObject): readonly StixObject[] =>
  refsIn(data, 'object_refs').flatMap(ref => file.objects.get(ref) ?? []);

/** Those of which something can be said: not what whoever speaks took back itself, nor what an object was that is revoked. */
const sayable = (file: StixFile, object: StixObject, draft: RecordDraft): readonly StixObject[] =>
  spokenOf(file, object).filter(about => {
    if (!isRevoked(about) || (!isEntity(about) && creatorIdOf(about) !== creatorIdOf(object))) return true;
    draft.lose(`${object.type} on a ${about.type} that is revoked`);
    return false;
  });

export function reportCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const says = { source: { new: reportSource(file, object, draft) }, ...surenessOf(object, draft) };
  for (const listed of sayable(file, object, draft)) {
    const claims = claimsOf(file, listed, draft);
    if (claims.length === 0) draft.lose(`${listed.type} in a ${object.type}`);
    for (const wanted of claims) draft.claim(wanted, [says]);
  }
  loseOthers(object.data, [...COMMON, 'name', 'published', 'external_references'], draft);
}

/** Its first reference with an address is where it can be read. */
function reportSource(file: StixFile, object: StixObject, draft: RecordDraft): SourceDescription {
  const { type, data } = object;
  const creator = creatorSource(file, object, draft);
  const pages = referencesOf(object, draft).flatMap(({ source: { source } }) => source.new?.url ?? []);
  if (pages.length > 1) draft.lose(`external references of a ${type} after the first`);
  const publishedAt = dayIn(data, 'published', draft) ?? creator.publishedAt;
  return {
    ...creator,
    kind: type === 'report' ? 'REPORT' : 'DATASET',
    title:
      draft.text(textIn(data, 'name') ?? textIn(data, 'context') ?? object.id, 'title', 'name') ?? object.id,
    ...(pages[0] === undefined ? {} : { url: pages[0] }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

const OPINIONS: {
  readonly [opinion: string]: { readonly polarity: Polarity; readonly certainty: Certainty };
} = {
  'strongly-disagree': { polarity: 'DENIES', certainty: 'CERTAIN' },
  disagree: { polarity: 'DENIES', certainty: 'PROBABLE' },
  agree: { polarity: 'AFFIRMS', certainty: 'PROBABLE' },
  'strongly-agree': { polarity: 'AFFIRMS', certainty: 'CERTAIN' },
};

export const isNeutral = ({ type, data }: StixObject): boolean =>
  type === 'opinion' && data['opinion'] === 'neutral';

export function opinionCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const opinion = textIn(object.data, 'opinion') ?? '';
  const sense = Object.hasOwn(OPINIONS, opinion) ? OPINIONS[opinion] : undefined;
  if (!sense)
    throw new InvalidInput(`${object.id} has no \`opinion\` that STIX knows: "${opinion.slice(0, 60)}".`);
  const wording = draftWording(textIn(object.data, 'explanation') ?? opinion.replace('-', ' '), draft);
  const says: Says = { source: { new: creatorSource(file, object, draft) }, ...sense, ...wording };
  for (const judged of sayable(file, object, draft)) {
    const claims = claimsOf(file, judged, draft);
    if (claims.length === 0) draft.lose(`opinion on a ${judged.type}`);
    for (const wanted of claims) draft.claim(wanted, [says]);
  }
  // How sure somebody is of an opinion is no step of ours.
  loseOthers(object.data, [...COMMON.filter(key => key !== 'confidence'), 'opinion', 'explanation'], draft);
}

function draftWording(text: string, draft: RecordDraft): Pick<Says, 'wording'> {
  const wording = draft.beginning(text, 'wording', 'explanation');
  return wording === undefined ? {} : { wording };
}

export function noteCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const content = textIn(object.data, 'content');
  if (content === undefined) throw new InvalidInput(`${object.id} has no \`content\`.`);
  const says = { source: { new: creatorSource(file, object, draft) }, ...surenessOf(object, draft) };
  for (const about of spokenOf(file, object)) {
    if (!isEntity(about)) {
      draft.lose(`note on a ${about.type}`);
      continue;
    }
    const qualifiers = [{ name: 'property', value: 'note' }];
    const wanted = { subject: stixEntityId(about.id), predicate: 'has_property', value: content, qualifiers };
    draft.claimIfFit(wanted, [says], 'content of a note');
  }
  loseOthers(object.data, [...COMMON, 'content'], draft);
}

/** Names in other languages. */
export function languageCommands(file: StixFile, object: StixObject, draft: RecordDraft): void {
  const about = file.objects.get(textIn(object.data, 'object_ref')?.toLowerCase() ?? '');
  if (!about || !isEntity(about))
    throw new InvalidInput(`${object.id} translates no entity that is in the file.`);
  const { contents } = object.data;
  for (const [language, texts] of Object.entries(isObject(contents) ? contents : {})) {
    const name = isObject(texts) ? textIn(texts, 'name') : undefined;
    for (const key of isObject(texts) ? Object.keys(texts) : [])
      if (key !== 'name') draft.lose(`translated "${key}"`);
    const text = name === undefined ? undefined : draft.text(name, 'name', 'translated name');
    if (text === undefined || !LANGUAGE.test(language)) continue;
    draft.commands.push({ type: 'AddName', entity: stixEntityId(about.id), name: { text, language } });
  }
  loseOthers(object.data, [...COMMON, 'object_ref', 'object_modified', 'contents'], draft);
}
