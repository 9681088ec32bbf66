// Claims: the same proposition is the same claim, and nothing but its content counts.
import { describe, expect, test } from 'vitest';
import { claimOf, sortQualifiers, type Proposition } from '../../src/domain/claim.js';

const proposition = (change: Partial<Proposition> = {}): Proposition => ({
  subject: 'entity:choe',
  predicate: 'envoy_of',
  object: 'entity:kim',
  validTime: '2014-11',
  qualifiers: [{ name: 'to', entity: 'entity:russia' }],
  ...change,
});
const idOf = (change: Partial<Proposition> = {}, symmetric = false): string =>
  claimOf(proposition(change), symmetric).id;

test('the same proposition is the same claim', () => {
  expect(idOf()).toBe(idOf());
});

describe('another claim comes of another', () => {
  test.each<[string, Partial<Proposition>]>([
    ['subject', { subject: 'entity:hwang' }],
    ['predicate', { predicate: 'close_aide_of' }],
    ['object', { object: 'entity:putin' }],
    ['valid time', { validTime: '2014' }],
    ['qualifier', { qualifiers: [{ name: 'to', value: 'Russia' }] }],
  ])('%s', (_, change) => {
    expect(idOf(change)).not.toBe(idOf());
  });
});

test('the order of qualifiers does not count', () => {
  const [a, b] = [
    { name: 'to', entity: 'entity:russia' },
    { name: 'to', entity: 'entity:china' },
  ];
  expect(idOf({ qualifiers: [a, b] })).toBe(idOf({ qualifiers: [b, a] }));
  expect(sortQualifiers([a, b])).toEqual([b, a]);
});

test('a symmetric claim is one claim from both sides, with the smaller id as its subject', () => {
  const ends = { subject: 'entity:putin', object: 'entity:choe' };
  const turned = { subject: 'entity:choe', object: 'entity:putin' };
  expect(idOf(ends, true)).toBe(idOf(turned, true));
  expect(claimOf(proposition(ends), true)).toMatchObject(turned);
  expect(idOf(ends)).not.toBe(idOf(turned));
});

test('some value, no value and a value are three claims', () => {
  const { object: _, ...rest } = proposition();
  const values = [
    { type: 'SOME_VALUE' },
    { type: 'NO_VALUE' },
    { type: 'TEXT', text: 'the fuselage' },
  ] as const;
  expect(new Set(values.map(value => claimOf({ ...rest, value }).id)).size).toBe(3);
});
