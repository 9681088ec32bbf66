import { expect, test } from 'vitest';
import { chanceFrom } from './chance.js';
import { brokenPromises, type JournalLine } from './journal-lines.js';
import { emptyTally, killAndLook } from './kill-rounds.js';

const SEED = 20141118;
/** On one journal; each catches 16 writes on their way. What shows itself more rarely is looked for by `npm run durability:kill`. */
const KILLS = 12;

test(`${KILLS} kills under 16 writers lose, double and halve nothing, and what went unanswered can be repeated`, async () => {
  const tally = emptyTally();
  const plan = { kills: KILLS, writers: 16, shortest: 5, longest: 250 };
  await killAndLook(plan, chanceFrom(SEED), tally);
  expect(tally.broken).toEqual([]);
  expect(tally.kills).toBe(KILLS);
  // Else nothing was in flight when the kill came, and nothing was shown.
  expect(tally.unanswered).toBe(16 * KILLS);
  expect(tally.acknowledged).toBeGreaterThan(KILLS);
}, 300_000);

const lines = (...types: string[]): JournalLine[] =>
  types.map((type, index) => ({
    seq: index + 1,
    type,
    summary: `Added the source: an unnamed party, “Article a”`,
    subjectId: `of ${index + 1}`,
  }));
const WHOLE = lines('SourceAdded', 'SourceAttached', 'SourceAdded', 'SourceHeld', 'SourceAttached');

const CASES: readonly [string, readonly JournalLine[], string, string | null][] = [
  ['a lost one', [], 'a', 'of 5'],
  ['half of one', WHOLE.slice(0, 3), 'a', null],
  ['one twice', [...WHOLE, ...WHOLE.map(line => ({ ...line, seq: line.seq + 5 }))], 'a', 'of 5'],
  ['another in its place', WHOLE, 'a', 'of 4'],
  ['one that nobody sent', WHOLE, 'b', null],
  ['a gap', WHOLE.map(line => ({ ...line, seq: line.seq + 1 })), 'a', 'of 5'],
];

test.each(CASES)('the look at the journal finds %s', (_, journal, name, attestation) => {
  expect(brokenPromises(journal, new Map([[name, attestation]]))).not.toEqual([]);
});

test('the look at the journal finds nothing where all is as it was acknowledged', () => {
  expect(brokenPromises(WHOLE, new Map([['a', 'of 5']]))).toEqual([]);
  expect(brokenPromises([], new Map([['a', null]]))).toEqual([]);
});
