// Ids from content: equal content has equal ids, whatever the order of its members.
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
