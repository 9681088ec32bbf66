import { expect, test } from 'vitest';
import { hearsay } from '../fixtures/hearsay-process.js';

test.each([
  ['--help'],
  ['serve', '--help'],
  ['query', '--help'],
  ['attach', '--help'],
  ['check', '--help'],
  ['load', '--help'],
  ['doctor', '--help'],
])('shows examples first in the help of %s', async (...args) => {
  const { code, out } = await hearsay(args);
  expect(code).toBe(0);
  expect(out).toMatch(/^Examples:\n {2}\$ hearsay /);
});

test.each([
  ['no command', []],
  ['an unknown command', ['sing']],
  ['an unknown option', ['serve', '--loud']],
  ['a port that is none', ['serve', '--port', 'high']],
  ['a port beyond the last', ['serve', '--port', '70000']],
  ['a claim left out', ['attach', '--source', 'source:1']],
  ['options that exclude each other', ['attach', '--claim', 'claim:1', '--own', '--via', 'source:1']],
  ['a server and a journal at once', ['query', 'x', '--server', 'http://127.0.0.1:1', '--data', 'a.db']],
])('ends with code 2 when it is given %s', async (_, args) => {
  const { code, out, err } = await hearsay(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toBe('');
});
