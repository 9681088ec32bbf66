// Whom the first screen begins with.
import { expect, test } from 'vitest';
import type { EntityKind, EntityLineFragment } from '../../../../src/web/explorer/api/documents.js';
import { examplesOf } from '../../../../src/web/explorer/start/examples.js';

const entity = (label: string, kind: EntityKind = 'PERSON'): EntityLineFragment => ({
  id: label,
  kind,
  label,
});

const claim = (subject: EntityLineFragment, object: EntityLineFragment | null = null) => ({
  subject,
  object,
});

const begins = (...claims: readonly ReturnType<typeof claim>[]): readonly string[] =>
  examplesOf(claims).map(({ label }) => label);

const [ann, bob, cem] = [entity('Ann'), entity('Bob'), entity('Cem')];
const oz = entity('Oz', 'STATE');

test('without claims there is nobody to begin with', () => {
  expect(begins()).toEqual([]);
});

test('the most spoken of comes first', () => {
  expect(begins(claim(ann, bob), claim(cem, bob))[0]).toBe('Bob');
});

test('the second is of another kind, although another is spoken of more', () => {
  expect(begins(claim(ann, bob), claim(ann, bob), claim(ann, oz))).toEqual(['Ann', 'Oz', 'Bob']);
});

test('where all are of one kind, they come by how much is said of them', () => {
  expect(begins(claim(ann, bob), claim(ann, cem), claim(ann, bob))).toEqual(['Ann', 'Bob', 'Cem']);
});

test('a claim of one about itself counts once', () => {
  expect(begins(claim(ann, ann), claim(bob), claim(bob))).toEqual(['Bob', 'Ann']);
});
