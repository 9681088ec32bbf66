// Mappings that are wrong are told with line and column, before any table is read.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMapping } from '../../../src/exchange/table/mapping.js';
import { mappingProblems, mappingText } from './reading-tables.js';

const ENTITY = 'entities:\n  a: { id: "{x}", kind: STATE, label: "{x}" }\n  b: { id: "{y}" }\n';
const CLAIM = (rest: string): string => `${ENTITY}claims:\n  - { subject: a, ${rest} }\n`;

test.each([
  ['an unknown key', mappingText('things: []\n'), /^5:1 Unknown key "things"/],
  ['no id of an entity', mappingText('entities:\n  a: { kind: STATE, label: x }\n'), /^6:6 `id` is missing/],
  ['a label without a kind', mappingText('entities:\n  a: { id: x, label: x }\n'), /^6:6 `label` needs kind/],
  [
    'a kind there is not',
    mappingText('entities:\n  a: { id: x, kind: LAND, label: x }\n'),
    /^6:21 "LAND" is none of PERSON/,
  ],
  [
    'a code of a kind there is not',
    mappingText('entities:\n  a: { id: x, kind: { from: "{k}", map: { l: LAND } }, label: x }\n'),
    /^6:21 "LAND"/,
  ],
  ['a brace without its other', mappingText('entities:\n  a: { id: "{x" }\n'), /^6:12 "\{x" has a brace/],
  [
    'a pattern that is none',
    mappingText(CLAIM('predicate: supports, object: b, when: { column: x, matches: "(" }')),
    /^9:\d+ "\(" is no pattern/,
  ],
  [
    'a predicate there is not',
    mappingText(CLAIM('predicate: suports, object: b')),
    /^9:30 There is no predicate "suports"/,
  ],
  [
    'an entity there is not',
    mappingText(CLAIM('predicate: supports, object: bb')),
    /^9:48 There is no entity "bb" in this mapping: did you mean "b"/,
  ],
  [
    'a source there is not',
    mappingText(CLAIM('predicate: supports, object: b, attestations: [{ source: s }]')),
    /There is no source "s"/,
  ],
  [
    'a polarity there is not',
    mappingText(
      `sources: { s: { kind: ARTICLE, title: "{t}" } }\n${CLAIM('predicate: supports, object: b, attestations: [{ source: s, polarity: MAYBE }]')}`,
    ),
    /"MAYBE" is none of AFFIRMS, DENIES/,
  ],
  [
    'a column that the mapping does not name',
    mappingText('entities:\n  a: { id: "{z}" }\n', 'format: csv, columns: [x, y]'),
    /^6:12 There is no column "z"/,
  ],
  [
    'a format of tables there is not',
    mappingText('', 'format: xls'),
    /^4:18 "xls" is none of csv, tsv, jsonl/,
  ],
  [
    'a day that is none',
    mappingText(CLAIM('predicate: supports, object: b, validTime: { from: "{x}", daysSince: "2014" }')),
    /"2014" is no day/,
  ],
  [
    'a condition without a test',
    mappingText(CLAIM('predicate: supports, object: b, when: { column: x }')),
    /when|fewer|properties/,
  ],
])('%s is told in its place', (_, text, expected) => {
  expect(mappingProblems(text).join('\n')).toMatch(expected);
});

test.each(['event-reports/mapping.yaml', 'figures-by-source/mapping.yaml', 'icews14/actors.yaml'])(
  'the worked example %s has no problems',
  path => {
    const text = readFileSync(`graph-data/mappings/${path}`, 'utf8');
    expect(isMapping(text)).toBe(true);
    expect(mappingProblems(text)).toEqual([]);
  },
);
