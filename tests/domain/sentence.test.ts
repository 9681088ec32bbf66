// A claim's sentence: the template filled with labels, less the parts whose names are missing.
import { describe, expect, test } from 'vitest';
import { claimOf, type Proposition } from '../../src/domain/claim.js';
import { sentenceOf } from '../../src/domain/sentence.js';
import type { Predicate } from '../../src/domain/vocabulary.js';

const LABELS: Readonly<Record<string, string>> = {
  'entity:choe': 'Choe',
  'entity:kim': 'Kim',
  'entity:russia': 'Russia',
  'entity:china': 'China',
  'entity:curly': '{object} [to]',
};
const predicate = (sentence: string): Predicate => ({
  id: 'envoy_of',
  label: 'is an envoy of',
  subjectKinds: ['PERSON'],
  objectKinds: ['PERSON'],
  sentence,
  oneAtATime: false,
  symmetric: false,
  dependence: false,
});
const say = (sentence: string, change: Partial<Proposition> = {}): string => {
  const claim = {
    subject: 'entity:choe',
    predicate: 'envoy_of',
    object: 'entity:kim',
    qualifiers: [],
    ...change,
  };
  return sentenceOf(claimOf(claim), predicate(sentence), id => LABELS[id] ?? id);
};
const TO = '{subject} is an envoy of {object}[ to {to}]';
const to = (...names: string[]) => ({
  qualifiers: names.map(name => ({ name: 'to', entity: `entity:${name}` })),
});

describe('a sentence', () => {
  test.each<[string, string, Partial<Proposition>, string]>([
    ['drops a part whose name is missing', TO, {}, 'Choe is an envoy of Kim'],
    ['keeps it where the name is given', TO, to('russia'), 'Choe is an envoy of Kim to Russia'],
    ['joins several', TO, to('russia', 'china'), 'Choe is an envoy of Kim to China and Russia'],
    [
      'takes the text of a value',
      '{subject} said {object}',
      { value: { type: 'TEXT', text: 'P7D' } },
      'Choe said P7D',
    ],
    [
      'words a duration',
      '{subject} lasts {object}',
      { value: { type: 'DURATION', text: 'P1DT12H' } },
      'Choe lasts 1 day and 12 hours',
    ],
    ['opens with a capital', 'some say of {subject} {object}', {}, 'Some say of Choe Kim'],
    [
      'says that a value is not named',
      '{subject} has {object}',
      { value: { type: 'SOME_VALUE' } },
      'Choe has something not named',
    ],
    [
      'says that there is none',
      '{subject} has {object}',
      { value: { type: 'NO_VALUE' } },
      'Choe has nothing',
    ],
    [
      'falls back to the label where a needed name is missing',
      '{subject} asks {object} for {what}',
      {},
      'Choe is an envoy of Kim',
    ],
    [
      'does not read a label as a template',
      TO,
      { subject: 'entity:curly' },
      '{object} [to] is an envoy of Kim',
    ],
  ])('%s', (_, template, change, sentence) => {
    const { value } = change;
    if (value === undefined) expect(say(template, change)).toBe(sentence);
    else {
      const claim = claimOf({ subject: 'entity:choe', predicate: 'x', value, qualifiers: [] });
      expect(sentenceOf(claim, predicate(template), id => LABELS[id] ?? id)).toBe(sentence);
    }
  });
});
