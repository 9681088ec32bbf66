// Kept answers: one for each question, caller and place in the journal, within bounds.
import { expect, test } from 'vitest';
import { KeptAnswers } from '../../../src/graphql/compiled/kept-answers.js';
import type { Place } from '../../../src/journal/live-graph.js';

const admits = (): void => undefined;
const at = (seq: number, rewrites = 0): Place => ({ seq, rewrites });

test('an answer is found again by the same asker and question, at the same place in the journal alone', () => {
  const kept = new KeptAnswers();
  expect(kept.find(at(7), 'Ann', '?')).toBeUndefined();
  kept.keep(at(7), 'Ann', '?', 'yes', admits);
  expect(String(kept.find(at(7), 'Ann', '?')?.bytes)).toBe('yes');
  expect(kept.find(at(7), 'Bob', '?')).toBeUndefined();
  expect(kept.find(at(7), 'Ann', '!')).toBeUndefined();
  expect(kept.find(at(8), 'Ann', '?')).toBeUndefined();
  expect(kept.find(at(7), 'Ann', '?')).toBeUndefined();
});

test('an answer that was worked out before the last commit is not kept', () => {
  const kept = new KeptAnswers();
  kept.find(at(8), 'Ann', '?');
  kept.keep(at(7), 'Ann', '?', 'old', admits);
  expect(kept.find(at(8), 'Ann', '?')).toBeUndefined();
});

test('an answer is gone once the past was rewritten, though the journal is at the same place', () => {
  const kept = new KeptAnswers();
  kept.find(at(7), 'Ann', '?');
  kept.keep(at(7), 'Ann', '?', 'yes', admits);
  expect(kept.find(at(7, 1), 'Ann', '?')).toBeUndefined();
  kept.keep(at(7), 'Ann', '?', 'worked out before', admits);
  expect(kept.find(at(7, 1), 'Ann', '?')).toBeUndefined();
});

test('what is over the limit of bytes lets all others go, and long answers are not kept at all', () => {
  const kept = new KeptAnswers(400);
  kept.find(at(1), 'Ann', 'a');
  kept.keep(at(1), 'Ann', 'a', 'x'.repeat(60), admits);
  kept.keep(at(1), 'Ann', 'b', 'y'.repeat(60), admits);
  expect(kept.find(at(1), 'Ann', 'a')).toBeUndefined();
  expect(kept.find(at(1), 'Ann', 'b')?.bytes).toHaveLength(60);
  kept.keep(at(1), 'Ann', 'c', 'z'.repeat(1_000_001), admits);
  expect(kept.find(at(1), 'Ann', 'c')).toBeUndefined();
});
