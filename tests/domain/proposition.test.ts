// From what someone asks to claim to a proposition: what fits a predicate, and what is refused in which field.
import { describe, expect, test } from 'vitest';
import type { MakeClaim } from '../../src/domain/command.js';
import { readProposition } from '../../src/domain/proposition.js';
import { InvalidInput } from '../../src/domain/refusal.js';
import type { Predicate } from '../../src/domain/vocabulary.js';

const predicate = (valueType?: Predicate['valueType']): Predicate => ({
  id: 'some_predicate',
  label: 'some predicate',
  subjectKinds: ['PERSON'],
  objectKinds: valueType ? [] : ['PERSON'],
  ...(valueType ? { valueType } : {}),
  sentence: '{subject} {object}',
  oneAtATime: false,
  symmetric: false,
  dependence: false,
});
const command = (members: Partial<MakeClaim>): MakeClaim => ({
  type: 'MakeClaim',
  subject: 'entity:choe',
  predicate: 'some_predicate',
  ...members,
});
const read = (members: Partial<MakeClaim>, valueType?: Predicate['valueType']) =>
  readProposition(command(members), predicate(valueType));
const refusalOf = (members: Partial<MakeClaim>, valueType?: Predicate['valueType']): InvalidInput => {
  try {
    read(members, valueType);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
  }
  throw new Error('nothing was refused');
};

describe('a value is kept', () => {
  test.each([
    ['TEXT', ' the fuselage ', 'the fuselage'],
    ['NUMBER', '-2.5', '-2.5'],
    ['DATE', '2014-11~', '2014-11~'],
    ['DURATION', 'P7D', 'P7D'],
    ['DURATION', 'P1Y2M3DT4H5M6S', 'P1Y2M3DT4H5M6S'],
  ] as const)('%s "%s"', (type, value, text) => {
    expect(read({ value }, type).value).toEqual({ type, text });
  });
});

describe('a value is refused', () => {
  test.each([
    ['NUMBER', '1e9'],
    ['NUMBER', 'seven'],
    ['NUMBER', ''],
    ['DATE', 'Tuesday'],
    ['DURATION', 'P'],
    ['DURATION', 'P1DT'],
    ['DURATION', '7 days'],
  ] as const)('%s "%s"', (type, value) => {
    expect(refusalOf({ value }, type).place.field).toEqual(['value']);
  });
});

test.each(['SOME_VALUE', 'NO_VALUE'] as const)(
  '%s may stand for an entity as well as for a value',
  unknown => {
    expect(read({ unknown }).value).toEqual({ type: unknown });
    expect(read({ unknown }, 'NUMBER').value).toEqual({ type: unknown });
  },
);

describe('refused is', () => {
  test.each<[string, Partial<MakeClaim>, Predicate['valueType'], string[]]>([
    ['neither object nor value', {}, undefined, ['object']],
    ['both', { object: 'entity:kim', value: 'x' }, undefined, ['object']],
    ['object and unknown', { object: 'entity:kim', unknown: 'NO_VALUE' }, undefined, ['object']],
    ['an entity where a value belongs', { object: 'entity:kim' }, 'TEXT', ['object']],
    ['a value where an entity belongs', { value: 'Kim' }, undefined, ['value']],
    ['a time that is none', { object: 'entity:kim', validTime: 'then' }, undefined, ['validTime']],
    [
      'a qualifier without a proper name',
      { object: 'entity:kim', qualifiers: [{ name: 'To', value: 'x' }] },
      undefined,
      ['qualifiers', 'To'],
    ],
    [
      'a qualifier with nothing in it',
      { object: 'entity:kim', qualifiers: [{ name: 'to' }] },
      undefined,
      ['qualifiers', 'to'],
    ],
    [
      'a qualifier that is entity and value',
      { object: 'entity:kim', qualifiers: [{ name: 'to', entity: 'entity:a', value: 'x' }] },
      undefined,
      ['qualifiers', 'to'],
    ],
  ])('%s', (_, members, valueType, field) => {
    expect(refusalOf(members, valueType).place.field).toEqual(field);
  });
});

test('qualifiers come out sorted, and an absent time stays absent', () => {
  const qualifiers = [
    { name: 'to', value: 'b' },
    { name: 'at', value: 'a' },
  ];
  const made = read({ object: 'entity:kim', qualifiers });
  expect(made.qualifiers.map(({ name }) => name)).toEqual(['at', 'to']);
  expect(made).not.toHaveProperty('validTime');
});
