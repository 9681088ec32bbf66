// The loose members of a cluster: those that say where somebody comes from, whom they aim at and who named them are claims of
// their own, and all others are properties in the galaxy's own words.
import type { SourceRef } from '../../domain/command.js';
import type { EntityId } from '../../domain/ids.js';
import { certaintyOf } from '../import/confidence.js';
import { codeOfStateName, countryOf } from '../import/country.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { type JsonObject } from '../../domain/json.js';
import { textsOf } from './misp-galaxy.js';

interface Meta {
  readonly subject: EntityId;
  readonly source: SourceRef;
  readonly meta: JsonObject;
  /** Members that were read already. */
  readonly known: readonly string[];
}

type Sureness = Pick<Says, 'certainty' | 'wording'>;
const SUSPECTED: Sureness = { certainty: 'POSSIBLE', wording: 'suspected' };
const CONFIDENCE = 'attribution-confidence';

export function addMeta({ subject, source, meta, known }: Meta, draft: RecordDraft): void {
  const confidence = confidenceIn(meta);
  const attributed = ['country', 'cfr-suspected-state-sponsor'].some(key => Object.hasOwn(meta, key));
  for (const [key, value] of Object.entries(meta)) {
    if (known.includes(key) || (key === CONFIDENCE && confidence && attributed)) continue;
    const texts = textsOf(value);
    if (texts === undefined) draft.lose(`meta "${key}" that is no list of texts`);
    for (const text of new Set(texts)) addMember({ subject, source, key, text, confidence }, draft);
  }
}

function confidenceIn(meta: JsonObject): Sureness | undefined {
  const [text = ''] = textsOf(meta[CONFIDENCE] ?? '') ?? [];
  const certainty = /^\d{1,3}$/.test(text) ? certaintyOf(Number(text)) : undefined;
  return certainty === undefined ? undefined : { certainty, wording: `${CONFIDENCE} ${text}` };
}

interface Member {
  readonly subject: EntityId;
  readonly source: SourceRef;
  readonly key: string;
  readonly text: string;
  readonly confidence: Sureness | undefined;
}

function addMember(member: Member, draft: RecordDraft): void {
  const { subject, source, key, text, confidence } = member;
  const says = (sureness?: Sureness): readonly Says[] => [{ source, ...sureness }];
  const what = `meta "${key}"`;
  const join = (predicate: string, object: EntityId, sureness?: Sureness): void =>
    draft.claimIfFit({ subject, predicate, object }, says(sureness), what);
  switch (key) {
    case 'country': {
      const state = countryOf(text, draft);
      return state ? join('originates_from', state, confidence) : addProperty(member, draft);
    }
    case 'cfr-suspected-state-sponsor': {
      if (text === 'Unknown') {
        const wanted = { subject, predicate: 'sponsored_by', unknown: 'SOME_VALUE' } as const;
        return draft.claimIfFit(wanted, says(confidence ?? SUSPECTED), what);
      }
      const state = countryOf(codeOfStateName(text) ?? '', draft);
      return state ? join('sponsored_by', state, confidence ?? SUSPECTED) : addProperty(member, draft);
    }
    case 'cfr-suspected-victims':
    case 'suspected-victims':
      return join('targets', stateOrTopic(text, 'victim', draft), SUSPECTED);
    case 'cfr-target-category':
    case 'targeted-sector':
      return join('targets', topic(text, 'sector', draft));
    case 'name-attribution':
      return addNaming(member, draft);
    default:
      return key.startsWith('origin:') ? addNaming(member, draft) : addProperty(member, draft);
  }
}

/** `name-attribution: "NAME:uuid of the body"`, or `origin:NAME: body`. */
function addNaming(member: Member, draft: RecordDraft): void {
  const { subject, source, key, text } = member;
  const [, name = '', uuid = ''] = /^(.+):([0-9a-f-]{36})$/i.exec(text) ?? [];
  const listed = key === 'name-attribution';
  if (listed && name === '') return addProperty(member, draft);
  const label = listed ? uuid.toLowerCase() : text;
  const id = entityIdOf('misp', listed ? label : `producer/${label.toLowerCase()}`);
  const value = listed ? name : key.slice('origin:'.length);
  const object = draft.entity({ id, kind: 'ORGANIZATION', label, provisional: listed });
  const wanted = { subject, predicate: 'named_by', object, qualifiers: [{ name: 'name', value }] };
  draft.claimIfFit(wanted, [{ source }], `meta "${key}"`);
}

function addProperty({ subject, source, key, text }: Member, draft: RecordDraft): void {
  const qualifiers = [{ name: 'property', value: key }];
  draft.claimIfFit(
    { subject, predicate: 'has_property', value: text, qualifiers },
    [{ source }],
    `meta "${key}"`,
  );
}

const stateOrTopic = (name: string, of: string, draft: RecordDraft): EntityId =>
  countryOf(codeOfStateName(name) ?? '', draft) ?? topic(name, of, draft);

const topic = (name: string, of: string, draft: RecordDraft): EntityId =>
  draft.entity({ id: entityIdOf('misp', `${of}/${name.toLowerCase()}`), kind: 'TOPIC', label: name });
