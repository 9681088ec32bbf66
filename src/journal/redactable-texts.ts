// Which texts of an event can be redacted, and where they stand in it.
import type { Event, EventType } from '../domain/event.js';
import type { RedactedText } from '../domain/redaction.js';
import { isObject } from './shape.js';

/** `*` stands for every item of a list. */
type Place = readonly [what: RedactedText, ...path: string[]];

const REASON: readonly Place[] = [['REASON', 'reason']];
const DESCRIPTION: readonly Place[] = [
  ['NAME', 'entity', 'label'],
  ['DESCRIPTION', 'entity', 'description'],
  ['NAME', 'names', '*', 'text'],
];
const PLACES: { readonly [Type in EventType]: readonly Place[] } = {
  EntityAdded: DESCRIPTION,
  EntityDescribed: DESCRIPTION,
  NameAdded: [['NAME', 'name', 'text']],
  ClaimMade: [],
  SourceAdded: [
    ['TITLE', 'source', 'title'],
    ['PARTY', 'source', 'partyDescribedAs'],
  ],
  SourceHeld: [],
  TextKept: [],
  SourceAttached: [
    ['WORDING', 'attestation', 'wording'],
    ['WORDING', 'attestation', 'locator'],
    ['QUOTE', 'attestation', 'quote', 'exact'],
    ['QUOTE', 'attestation', 'quote', 'prefix'],
    ['QUOTE', 'attestation', 'quote', 'suffix'],
  ],
  LineageRecorded: [],
  AttestationWithdrawn: REASON,
  ClaimWithdrawn: REASON,
  ClaimSuperseded: REASON,
  PartyGraded: REASON,
  IdentityJudged: REASON,
  Redacted: REASON,
};

/** What stands in a text's place instead, always asked in the same order. */
export type Replace = (text: string, what: RedactedText) => string;

/** The event with its redactable texts replaced; the event itself stays as it is. */
export function replaceTexts(event: Event, replace: Replace): Event {
  let result: unknown = event;
  for (const place of PLACES[event.type]) result = replaceAt(result, place, 1, replace);
  return result as Event;
}

function replaceAt(value: unknown, place: Place, at: number, replace: Replace): unknown {
  const step = place[at];
  if (step === undefined) return typeof value === 'string' ? replace(value, place[0]) : value;
  if (Array.isArray(value)) return value.map(item => replaceAt(item, place, at + 1, replace));
  if (!isObject(value)) return value;
  const before = value[step];
  if (before === undefined) return value;
  const after = replaceAt(before, place, at + 1, replace);
  return after === before ? value : { ...value, [step]: after };
}
