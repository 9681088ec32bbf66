// Lists the texts of an event that can be redacted, and where they stand in it.
import type { Event, EventType } from '../../domain/event.js';
import { isRedactedText, type RedactedText } from '../../domain/redaction.js';
import { isObject } from '../../domain/json.js';

/** `*` stands for every item of a list. */
type EventPath = readonly [what: RedactedText, ...path: string[]];

type Places = { readonly [Type in EventType]?: readonly EventPath[] };

const REASON: readonly EventPath[] = [['REASON', 'reason']];
const DESCRIPTION: readonly EventPath[] = [
  ['NAME', 'entity', 'label'],
  ['DESCRIPTION', 'entity', 'description'],
  ['NAME', 'names', '*', 'text'],
];
/** Known to the chain by their salted hashes. Never add one: the hashes of journals that are there would be others. */
const SALTED: Places = {
  EntityAdded: DESCRIPTION,
  EntityDescribed: DESCRIPTION,
  NameAdded: [['NAME', 'name', 'text']],
  SourceAdded: [
    ['TITLE', 'source', 'title'],
    ['PARTY', 'source', 'partyDescribedAs'],
  ],
  SourceAttached: [
    ['WORDING', 'attestation', 'wording'],
    ['WORDING', 'attestation', 'locator'],
    ['QUOTE', 'attestation', 'quote', 'exact'],
    ['QUOTE', 'attestation', 'quote', 'prefix'],
    ['QUOTE', 'attestation', 'quote', 'suffix'],
  ],
  AttestationWithdrawn: REASON,
  ClaimWithdrawn: REASON,
  ClaimSuperseded: REASON,
  PartyGraded: REASON,
  IdentityJudged: REASON,
  Redacted: REASON,
};

const PAGES: readonly EventPath[] = [['ADDRESS', 'entity', 'sameAs', '*']];
/** Known to the chain as they are. */
const PLAIN: Places = {
  EntityAdded: PAGES,
  EntityDescribed: PAGES,
  ClaimMade: [
    ['VALUE', 'claim', 'value', 'text'],
    ['QUALIFIER', 'claim', 'qualifiers', '*', 'value'],
  ],
  SourceAdded: [
    ['ADDRESS', 'source', 'url'],
    ['ADDRESS', 'source', 'textFile'],
  ],
  TextKept: [['ADDRESS', 'url']],
  SourceAttached: [['KEY', 'idempotency', 'key']],
};

/** What stands in a text's place instead, always asked in the same order. */
export type Replace = (text: string, what: RedactedText) => string;

/** The event with the texts replaced that the chain knows by salted hashes; the event itself stays as it is. */
export const replaceSalted = (event: Event, replace: Replace): Event => replaceIn(event, SALTED, replace);

/** The same with the other texts that can be redacted. */
export const replacePlain = (event: Event, replace: Replace): Event => replaceIn(event, PLAIN, replace);

/** Whether an event has such a text at all. */
export function hasText(event: Event, wanted: RedactedText): boolean {
  let found = false;
  const look: Replace = (text, what) => {
    found ||= what === wanted;
    return text;
  };
  for (const places of [SALTED, PLAIN]) replaceIn(event, places, look);
  return found;
}

/** Whether a text is gone that the chain knew as it was. */
export function hasLostPlain(event: Event): boolean {
  let found = false;
  replacePlain(event, text => {
    found ||= isRedactedText(text);
    return text;
  });
  return found;
}

function replaceIn(event: Event, places: Places, replace: Replace): Event {
  let result: unknown = event;
  for (const place of places[event.type] ?? []) result = replaceAt(result, place, 1, replace);
  return result as Event;
}

function replaceAt(value: unknown, place: EventPath, at: number, replace: Replace): unknown {
  const step = place[at];
  if (step === undefined) return typeof value === 'string' ? replace(value, place[0]) : value;
  if (Array.isArray(value)) return value.map(item => replaceAt(item, place, at + 1, replace));
  if (!isObject(value)) return value;
  const before = value[step];
  if (before === undefined) return value;
  const after = replaceAt(before, place, at + 1, replace);
  return after === before ? value : { ...value, [step]: after };
}
