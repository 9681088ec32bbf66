// Ids from content: equal content has equal ids, whatever the order of its members.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash, contentId, idKind, type Json } from '../../src/domain/ids.js';

describe('canonical JSON', () => {
  test.each<[string, Json, string]>([
    ['sorts keys, also within', { b: { d: 1, c: 2 }, a: [] }, '{"a":[],"b":{"c":2,"d":1}}'],
    ['keeps the order of lists', [2, 1], '[2,1]'],
    ['leaves undefined members out', { a: undefined, b: null }, '{"b":null}'],
    ['keeps text as JSON does', 'a "b"', '"a \\"b\\""'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('is JSON that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });
});

/** The obvious way: pairs, without those that are undefined, sorted by their keys. */
function byPairs(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(item => byPairs(item as Json)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const pairs = Object.entries(value as Record<string, Json>).filter(([, member]) => member !== undefined);
  const sorted = pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${byPairs(member)}`).join(',')}}`;
}

test('canonical JSON is that of sorted pairs, hashed in two steps', () => {
  const content = fc.anything({
    maxKeys: 20,
    key: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.nat(20).map(String)),
    values: [fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constantFrom(null, undefined)],
  }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(content, value => {
      const text = byPairs(value);
      expect(canonicalJson(value)).toBe(text);
      expect(contentHash(value)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

test('the order of members does not change an id', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), members => {
      const turned = Object.fromEntries(Object.entries(members).reverse());
      expect(contentId('claim', turned)).toBe(contentId('claim', members));
    }),
  );
});

test('an id is its kind and 24 hex digits of the hash', () => {
  expect(contentId('claim', 1)).toBe(`claim:${contentHash(1).slice(0, 24)}`);
  expect(contentId('claim', 1)).not.toBe(contentId('claim', 2));
});

describe('the kind of an id', () => {
  test.each([
    ['claim:0123', 'claim'],
    ['entity:choe-moscow-2014/choe', 'entity'],
    ['source:', 'source'],
    ['attestation:0', 'attestation'],
    ['journal:0', null],
    [':claim', null],
    ['claim', null],
    ['', null],
  ])('"%s" names %s', (id, kind) => {
    expect(idKind(id)).toBe(kind);
  });
});
