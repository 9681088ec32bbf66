// Countries by code and by name: one state has one id and one label, whichever data set names it.
import { expect, test } from 'vitest';
import { codeOf, codeOfStateName, countryOf } from '../../../src/exchange/import/country.js';
import { RecordDraft } from '../../../src/exchange/import/record-draft.js';
import { vocabularyOf } from './import-into.js';

const VOCABULARY = vocabularyOf();

/** Id and label of the state that a code adds. */
function added(code: string): readonly [string | undefined, string | undefined] {
  const draft = new RecordDraft(VOCABULARY);
  const id = countryOf(code, draft);
  const [command] = draft.commands;
  return [id, command?.type === 'AddEntity' ? command.label : undefined];
}

test.each([
  ['KR', 'kr', 'South Korea'],
  [' ru ', 'ru', 'Russia'],
  ['cz', 'cz', 'Czech Republic'],
  ['xk', 'xk', 'Kosovo'],
  ['su', 'su', 'Soviet Union'],
  ['suhh', 'suhh', 'Soviet Union'],
  ['gb-sct', 'gb-sct', 'Scotland'],
  ['qq', 'qq', 'QQ'],
])('the code "%s" is the state %s, called %s', (code, kept, label) => {
  expect(added(code)).toEqual([`entity:country/${kept}`, label]);
  expect(codeOf(`entity:country/${kept}`)).toBe(kept);
});

test.each(['', 'x', 'Norway', 'zz', 'constructor', '../etc'])('"%s" is the code of no state', code => {
  expect(added(code)).toEqual([undefined, undefined]);
});

test.each([
  ['Norway', 'no'],
  ['Russia', 'ru'],
  ['Russian Federation', 'ru'],
  ['Iran (Islamic Republic of)', 'ir'],
  ['the philippines', 'ph'],
  ['Syria', 'sy'],
  ['Laos', 'la'],
  ['United States', 'us'],
  ['Middle East', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the name "%s" is of %s', (name, code) => {
  expect(codeOfStateName(name)).toBe(code);
});

test('every code of ISO 3166 is found again by the label that it gives', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap(first => letters.map(second => first + second));
  const labels = codes.flatMap(code => {
    const [, label] = added(code);
    return label === undefined || label === code.toUpperCase() ? [] : [[code, label] as const];
  });
  expect(labels.length).toBeGreaterThan(240);
  const lost = labels.filter(([code, label]) => codeOfStateName(label) !== code).map(([code]) => code);
  // Not of ISO 3166.
  expect(lost).toEqual(['dd', 'eu', 'su']);
});
