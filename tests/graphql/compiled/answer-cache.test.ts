// Kept answers: one for each question, caller and place in the journal, within bounds.
import { expect, test } from 'vitest';
import { AnswerCache, type Answer } from '../../../src/graphql/compiled/answer-cache.js';
import type { JournalPosition } from '../../../src/journal/writing/live-graph.js';

const answer = (text: string): Answer => ({
  text,
  admits: () => undefined,
  named: { operation: 'query', name: 'Q', document: '' },
});
const at = (seq: number, rewrites = 0): JournalPosition => ({ seq, rewrites });

test('an answer is found again by the same asker and question, at the same place in the journal alone', () => {
  const kept = new AnswerCache();
  expect(kept.find(at(7), 'Ann', '?')).toBeUndefined();
  kept.keep(at(7), 'Ann', '?', answer('yes'));
  expect(String(kept.find(at(7), 'Ann', '?')?.bytes)).toBe('yes');
  expect(kept.find(at(7), 'Bob', '?')).toBeUndefined();
  expect(kept.find(at(7), 'Ann', '!')).toBeUndefined();
  expect(kept.find(at(8), 'Ann', '?')).toBeUndefined();
  expect(kept.find(at(7), 'Ann', '?')).toBeUndefined();
});

test('an answer that was worked out before the last commit is not kept', () => {
  const kept = new AnswerCache();
  kept.find(at(8), 'Ann', '?');
  kept.keep(at(7), 'Ann', '?', answer('old'));
  expect(kept.find(at(8), 'Ann', '?')).toBeUndefined();
});

test('an answer is gone once the past was rewritten, though the journal is at the same place', () => {
  const kept = new AnswerCache();
  kept.find(at(7), 'Ann', '?');
  kept.keep(at(7), 'Ann', '?', answer('yes'));
  expect(kept.find(at(7, 1), 'Ann', '?')).toBeUndefined();
  kept.keep(at(7), 'Ann', '?', answer('worked out before'));
  expect(kept.find(at(7, 1), 'Ann', '?')).toBeUndefined();
});

test('what is over the limit of bytes lets all others go, and long answers are not kept at all', () => {
  const kept = new AnswerCache(400);
  kept.find(at(1), 'Ann', 'a');
  kept.keep(at(1), 'Ann', 'a', answer('x'.repeat(60)));
  kept.keep(at(1), 'Ann', 'b', answer('y'.repeat(60)));
  expect(kept.find(at(1), 'Ann', 'a')).toBeUndefined();
  expect(kept.find(at(1), 'Ann', 'b')?.bytes).toHaveLength(60);
  kept.keep(at(1), 'Ann', 'c', answer('z'.repeat(1_000_001)));
  expect(kept.find(at(1), 'Ann', 'c')).toBeUndefined();
});
