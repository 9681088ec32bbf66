// Further details of an entity in a STIX object: finer kinds and properties, in the words of STIX.
import type { EntityId } from '../../domain/ids.js';
import { withoutUnshowable } from '../../domain/text.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { isObject } from '../../domain/json.js';
import { textsIn, type StixObject } from './stix-file.js';

/** Read elsewhere, or of no meaning here. */
const READ: ReadonlySet<string> = new Set([
  ...['type', 'id', 'spec_version', 'created', 'modified', 'created_by_ref', 'revoked', 'confidence', 'lang'],
  ...['name', 'description', 'aliases', 'x_mitre_aliases', 'external_references', 'x_hearsay_kind'],
]);
const TIMES: readonly string[] = ['first_seen', 'last_seen', 'valid_from', 'valid_until'];

export function addProperties(
  object: StixObject,
  subject: EntityId,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  for (const [key, value] of Object.entries(object.data)) {
    if (READ.has(key)) continue;
    const times = object.type === 'indicator' ? TIMES.slice(2) : TIMES.slice(0, 2);
    if (times.includes(key)) continue;
    for (const text of new Set(keptOf(object, key, value, draft))) {
      const wanted = isType(key)
        ? { subject, predicate: 'classified_as', value: text }
        : { subject, predicate: 'has_property', value: text, qualifiers: [{ name: 'property', value: key }] };
      draft.claimIfFit(wanted, says, `property "${key}"`);
    }
  }
}

/** STIX 2.0 has as labels what are types in 2.1. */
const isType = (key: string): boolean =>
  key === 'labels' || key === 'identity_class' || key.endsWith('_types');

/** References, extensions and markings are lost by name; so is what lies deeper than a list of texts. */
function keptOf({ data }: StixObject, key: string, value: unknown, draft: RecordDraft): readonly string[] {
  if (key === 'kill_chain_phases' && Array.isArray(value))
    return value.flatMap((one: unknown) => phaseOf(one, draft));
  const texts = /_refs?$/.test(key) ? undefined : textsIn(data, key);
  if (texts === undefined) for (const what of lossesOf(key, value)) draft.lose(what);
  return (texts ?? []).map(withoutUnshowable).filter(text => text.trim() !== '');
}

function phaseOf(phase: unknown, draft: RecordDraft): readonly string[] {
  if (isObject(phase)) {
    const { kill_chain_name: chain, phase_name: name } = phase;
    if (typeof chain === 'string' && typeof name === 'string') return [`${chain}: ${name}`];
  }
  draft.lose('property "kill_chain_phases"');
  return [];
}

/** Markings by which one they are. */
export const lossesOf = (key: string, value: unknown): readonly string[] =>
  key === 'object_marking_refs' && Array.isArray(value)
    ? value.map(ref => `marking "${String(ref).slice(0, 80)}"`)
    : [`property "${key.slice(0, 80)}"`];
