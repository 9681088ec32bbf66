import { expect, test } from 'vitest';
import { asProblems, problemsAt } from '../../../../src/web/explorer/form/problem-paths.js';

const problems = asProblems([
  { field: ['source', 'new', 'title'], message: '`title` is empty: give some text.' },
  { field: ['via', '1', 'source'], message: 'repeated' },
  { field: null, message: 'whole' },
]);

test.each<[string, string[], string[]]>([
  ['source.new.title', [], ['title is empty: give some text.']],
  ['source', ['source.new'], []],
  ['source', [], ['title is empty: give some text.']],
  ['via', ['via.0.source'], ['repeated']],
  ['via.1.source', [], ['repeated']],
  ['via.10', [], []],
  ['', ['source', 'via'], ['whole']],
  ['', ['source'], ['repeated', 'whole']],
])('at "%s" beside %j stand %j', (path, inner, messages) => {
  expect(problemsAt(problems, path, inner).map(({ message }) => message)).toEqual(messages);
});
