// The codec keeps every event as it is, and refuses everything else with words instead of a crash.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../../src/domain/event.js';
import { JournalError } from '../../../src/domain/refusal.js';
import { decodeEvent, encodeEvent, EVENT_VERSION } from '../../../src/journal/stored/event-codec.js';
import { anyEvent } from '../any-event.js';

const stored = (event: string, version: unknown = EVENT_VERSION): string =>
  `{"version":${JSON.stringify(version)},"event":${event}}`;
const claim = (members: string): string =>
  stored(`{"type":"ClaimMade","claim":{"id":"c","subject":"s","predicate":"p",${members}}}`);

/** What comes of reading: the event, or the message of the refusal; anything else thrown fails the test. */
function reading(text: string): Event | string {
  try {
    return decodeEvent(text);
  } catch (error) {
    if (error instanceof JournalError) return error.message;
    throw error;
  }
}

/** Fails on a crash, and on an event that was read but could not be written again. */
function expectRefusalOrEvent(text: string): void {
  const result = reading(text);
  if (typeof result !== 'string') expect(decodeEvent(encodeEvent(result))).toEqual(result);
}

test('an event that was written is read back the same', () => {
  fc.assert(
    fc.property(anyEvent, event => {
      expect(decodeEvent(encodeEvent(event))).toEqual(event);
    }),
    { numRuns: 500 },
  );
});

test('a damaged text is refused or still an event that could have been written, never a crash', () => {
  const damage = fc.record({
    event: anyEvent,
    at: fc.nat(),
    cut: fc.nat(5),
    put: fc.string({ maxLength: 3 }),
  });
  fc.assert(
    fc.property(damage, ({ event, at, cut, put }) => {
      const whole = encodeEvent(event);
      const place = at % whole.length;
      expectRefusalOrEvent(whole.slice(0, place) + put + whole.slice(place + cut));
    }),
    { numRuns: 1000 },
  );
});

test('any JSON at all is refused or an event, never a crash', () => {
  const text = fc.oneof(
    fc.json(),
    fc.jsonValue().map(value => stored(JSON.stringify(value))),
    fc.string(),
  );
  fc.assert(fc.property(text, expectRefusalOrEvent), { numRuns: 1000 });
});

test.each([
  ['no JSON', '{"version":1,', 'Damaged: it is not JSON'],
  ['nothing', '', 'it is not JSON'],
  ['a list', '[]', 'it is not an object'],
  ['null', 'null', 'it is not an object'],
  ['no version', '{"event":{}}', 'version is not a number from 1'],
  ['a version in words', stored('{}', 'one'), 'version is not a number from 1'],
  ['version 0', stored('{}', 0), 'version is not a number from 1'],
  ['a newer version', stored('{"type":"Unheard"}', 4), 'Written by a newer Hearsay (version 4'],
  ['no event', '{"version":1}', 'event is not an object'],
  ['an unknown type', stored('{"type":"Unheard"}'), 'event.type is unknown'],
  ['the name of a method as type', stored('{"type":"constructor"}'), 'event.type is unknown'],
  ['a list as type', stored('{"type":["SourceHeld"],"source":"s"}'), 'event.type is unknown'],
  ['a missing member', stored('{"type":"SourceHeld"}'), 'event.source is not text'],
  ['a member of the wrong type', stored('{"type":"SourceHeld","source":7}'), 'event.source is not text'],
  ['an unknown member', stored('{"type":"SourceHeld","source":"s","x":1}'), 'event.x is unknown'],
  ['__proto__ outside', '{"version":1,"__proto__":{},"event":{}}', 'event stands beside __proto__'],
  [
    '__proto__ in the event',
    stored('{"type":"SourceHeld","source":"s","__proto__":{}}'),
    '.__proto__ is unknown',
  ],
  [
    '__proto__ deep inside',
    claim('"qualifiers":[{"name":"n","__proto__":{"a":1}}]'),
    '[0].__proto__ is unknown',
  ],
  [
    '__proto__ as a value',
    claim('"value":{"__proto__":{"type":"TEXT"}},"qualifiers":[]'),
    'value.type is unknown',
  ],
  [
    'a flag that is not set',
    stored(
      '{"type":"EntityAdded","entity":{"id":"e","kind":"TOPIC","label":"l","sameAs":[],"provisional":false},"names":[]}',
    ),
    'entity.provisional is not true',
  ],
  ['null for an optional member', claim('"object":null,"qualifiers":[]'), 'claim.object is not text'],
  ['a text where a list belongs', claim('"qualifiers":"none"'), 'claim.qualifiers is not a list'],
  [
    'a value of no known type',
    claim('"value":{"type":"SONG"},"qualifiers":[]'),
    'claim.value.type is unknown',
  ],
  [
    'a word for nothing with text',
    claim('"value":{"type":"NO_VALUE","text":"x"},"qualifiers":[]'),
    '.text is unknown',
  ],
])('%s is refused', (_, text, message) => {
  expect(reading(text)).toContain(message);
});

test('what an older Hearsay knows is written as it always was, what it does not know as newer', () => {
  expect(encodeEvent({ type: 'SourceHeld', source: 's' })).toMatch(/^{"version":1,/);
  const kept: Event = { type: 'TextKept', source: 's', sha256: 'a'.repeat(64), characters: 1 };
  expect(encodeEvent(kept)).toMatch(/^{"version":2,/);
  const entity = { id: 'e', kind: 'TOPIC', label: 'Q7', sameAs: [] } as const;
  expect(encodeEvent({ type: 'EntityAdded', entity, names: [] })).toMatch(/^{"version":1,/);
  expect(encodeEvent({ type: 'EntityDescribed', entity, names: [] })).toMatch(/^{"version":2,/);
  const referred = { ...entity, provisional: true } as const;
  expect(encodeEvent({ type: 'EntityAdded', entity: referred, names: [] })).toMatch(/^{"version":2,/);
  const claim = {
    id: 'c',
    subject: 's',
    predicate: 'p',
    value: { type: 'TEXT', text: 'v' },
    qualifiers: [],
  } as const;
  expect(encodeEvent({ type: 'ClaimMade', claim })).toMatch(/^{"version":1,/);
  const versions = (['QUOTE', 'TEXT', 'VALUE', 'QUALIFIER', 'ADDRESS', 'KEY'] as const).map(
    what => /^{"version":(\d)/.exec(encodeEvent({ type: 'Redacted', seq: 1, what, reason: 'r' }))?.[1],
  );
  expect(versions).toEqual(['1', '2', '3', '3', '3', '3']);
});

test.each(['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), ''])('a text named %j is refused', sha256 => {
  const event = { type: 'TextKept', source: 's', sha256, characters: 1 };
  expect(reading(stored(JSON.stringify(event)))).toContain('event.sha256 is no SHA-256 in hex');
});

test.each<[string, unknown]>([
  ['a number that JSON has not', { type: 'SourceHeld', source: NaN }],
  ['a number too large for JSON', { type: 'SourceHeld', source: 1n }],
  ['no event', undefined],
  ['a member too many', { type: 'SourceHeld', source: 's', colour: 'red' }],
])('%s is refused before it is written', (_, event) => {
  expect(() => encodeEvent(event as Event)).toThrow(JournalError);
  expect(() => encodeEvent(event as Event)).toThrow('it is not written');
});
