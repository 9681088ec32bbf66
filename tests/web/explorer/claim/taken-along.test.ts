// What a reader takes along from a claim: its citation, its question to the API, its history, and what may be set aside.
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ThisClaimDocument,
  type ClaimSayerFragment,
  type Lineage,
} from '../../../../src/web/explorer/api/documents.js';
import { citationText } from '../../../../src/web/explorer/claim/dialogs/citation.js';
import { fallsOf, ifFallen } from '../../../../src/web/explorer/claim/dialogs/falls.js';
import { historyOf, notesLeftOut } from '../../../../src/web/explorer/claim/history.js';
import { inlinedQuery } from '../../../../src/web/explorer/claim/dialogs/inlined-query.js';
import { REACH, START } from '../../../../src/web/explorer/view-state/view-state.js';
import { attested, party, support } from './told-chains.js';

type LineageNote = ClaimSayerFragment['lineageNotes'][number];

const recorded = (seq: number) => ({ seq, at: `2026-01-0${seq}T00:00:00Z`, by: 'me', way: 'API' }) as const;

const note = (lineage: Lineage, seq: number, of: readonly string[] = []): LineageNote => ({
  lineage,
  relaysCount: of.length,
  relays: of.map(name => attested(name)),
  recorded: recorded(seq),
});

const sayer = (name: string, seq: number, changes: Partial<ClaimSayerFragment> = {}): ClaimSayerFragment => ({
  ...attested(name),
  polarity: 'AFFIRMS',
  carries: true,
  recorded: recorded(seq),
  withdrawn: null,
  lineageNotes: [note('OWN', seq)],
  lineageNotesCount: changes.lineageNotes?.length ?? 1,
  ...changes,
});

const withdrawal = (seq: number) => ({ reason: 'A slip.', recorded: recorded(seq) });

test('a citation tells sentence, status and day, who says so and who denies it, and the link', () => {
  const { source } = attested('UPI');
  const text = citationText({
    claim: {
      sentence: 'North Korea seeks closer ties with Russia',
      validTime: '2014-11',
      status: 'DISPUTED',
      statusExplained: 'Affirmed: UPI, 2014-11-18.',
      support: support(),
    },
    sayers: [
      sayer('UPI', 1, { source: { ...source, title: 'An article', url: 'https://example.org/a' } }),
      sayer('Lim?', 2),
      sayer('Russia', 3, { polarity: 'DENIES' }),
      sayer('AP', 4, { withdrawn: withdrawal(5) }),
    ],
    total: 300,
    asOf: '22 Nov 2026, 10:14',
    link: 'http://127.0.0.1/?selected=claim',
  });
  expect(text.split('\n')).toEqual([
    'North Korea seeks closer ties with Russia (true in Nov 2014).',
    'Disputed as of 22 Nov 2026, 10:14. One chain. Affirmed: UPI, 18 Nov 2014.',
    '',
    'Said by:',
    '- UPI, “An article”, 18 Nov 2014, https://example.org/a',
    '- Lim, article, 18 Nov 2014, known only through others',
    '',
    'Denied by:',
    '- Russia, article, 18 Nov 2014',
    '(the first 4 of 300)',
    '',
    'http://127.0.0.1/?selected=claim',
  ]);
});

const SCHEMA = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

test.each([
  ['no times', {}, 'claim(id: "claim:\\"a\\"", view: {})'],
  ['a time', { validAt: '2014-11' }, 'claim(id: "claim:\\"a\\"", view: {validAt: "2014-11"})'],
])('the question of a claim runs by itself, with its id and view: %s', (_, view, field) => {
  const text = inlinedQuery(ThisClaimDocument, { id: 'claim:"a"', view });
  expect(text).toContain(field);
  expect(text).not.toContain('$');
  expect(validate(SCHEMA, parse(text))).toEqual([]);
});

test('a variable that is not given leaves its argument out', () => {
  expect(inlinedQuery(ThisClaimDocument, { id: 'a' })).toContain('claim(id: "a") {');
});

test('the history of a claim is told newest first, with reasons', () => {
  const entries = historyOf({ recorded: recorded(1), withdrawn: withdrawal(5), superseded: null }, [
    sayer('UPI', 2, { withdrawn: withdrawal(4) }),
    sayer('Russia', 3, { polarity: 'DENIES' }),
  ]);
  expect(entries.map(({ what, reason }) => [what, reason])).toEqual([
    ['The claim was withdrawn', 'A slip.'],
    ['UPI withdrawn', 'A slip.'],
    ['Russia attached, as denying it', null],
    ['UPI attached, as saying so', null],
    ['The claim was made', null],
  ]);
});

test('the history tells what was noted later of whose word it is', () => {
  const lineageNotes = [
    note('UNRECORDED', 2),
    note('RELAYED', 3, ['AP', 'Lim?']),
    note('RELAYED', 4),
    note('OWN', 5),
    note('UNRECORDED', 6),
  ];
  const entries = historyOf({ recorded: recorded(1), withdrawn: null, superseded: null }, [
    sayer('UPI', 2, { lineageNotes }),
  ]);
  expect(entries.map(({ seq, what }) => [seq, what])).toEqual([
    [6, 'Noted of UPI: nobody knows on whose word it says so'],
    [5, 'Noted of UPI: it is its own word'],
    [4, 'Noted of UPI: it passes on others'],
    [3, 'Noted of UPI: it passes on AP, Lim'],
    [2, 'UPI attached, as saying so'],
    [1, 'The claim was made'],
  ]);
});

test('what may be set aside is listed once: what all rests on, other parties, sources', () => {
  const sayers = [
    sayer('UPI', 1),
    sayer('Lim/1?', 2),
    sayer('Lim/2?', 3),
    sayer('AP', 4, { withdrawn: withdrawal(5) }),
  ];
  const { shared, parties, sources } = fallsOf(support({ soleDependencies: [party('Lim')] }), sayers, String);
  expect(shared.map(({ words }) => words)).toEqual(['Lim']);
  expect(parties.map(({ words }) => words)).toEqual(['UPI']);
  expect(sources.map(({ id }) => id)).toEqual(['source:UPI', 'source:Lim/1?', 'source:Lim/2?']);
});

test('what falls is shown on the graph in sight, else on a walk from the subject', () => {
  const selected = { type: 'claim', id: 'claim:a' } as const;
  const onPaths = { ...START, selected, stage: { at: 'paths', from: 'a', to: 'b', reach: REACH } as const };
  expect(ifFallen('source:x', 'entity:s')(onPaths)).toEqual({ ...onPaths, fallen: 'source:x' });
  expect(ifFallen('source:x', 'entity:s')({ ...START, selected })).toMatchObject({
    stage: { at: 'walk', steps: [{ entity: 'entity:s' }] },
    selected,
    fallen: 'source:x',
  });
  expect(ifFallen('entity:p', 'entity:s', true)(onPaths)).toMatchObject({
    fallen: 'entity:p',
    withFamily: true,
  });
});

test('what the history leaves out is said: notes, and whom a note names', () => {
  const many = { ...note('RELAYED', 3, ['UPI', 'AP']), relaysCount: 9 };
  const sayers = [
    sayer('KCNA', 2, { lineageNotes: [note('OWN', 2), many], lineageNotesCount: 12 }),
    sayer('TASS', 4),
  ];
  const claim = { recorded: recorded(1), withdrawn: null, superseded: null };
  expect(historyOf(claim, sayers).map(({ what }) => what)).toContain(
    'Noted of KCNA: it passes on UPI, AP and 7 more',
  );
  expect(notesLeftOut(sayers)).toBe(10);
});
