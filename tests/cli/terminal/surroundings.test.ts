import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { surroundingsOf } from '../../../src/cli/terminal/surroundings.js';

/** Colours as they are used by this process, but for its environment and for what standard error is connected to. */
const alarmWith = (env: NodeJS.ProcessEnv, isTTY: boolean): string => {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const run = Object.create(process, { env: { value: env }, stderr: { value: stderr } }) as NodeJS.Process;
  return surroundingsOf(run).alarm('hearsay:');
};

test.each([
  ['a terminal', {}, true, true],
  ['a terminal where NO_COLOR is set', { NO_COLOR: '1' }, true, false],
  ['a terminal where NO_COLOR is empty', { NO_COLOR: '' }, true, true],
  ['a terminal that knows no colours', { TERM: 'dumb' }, true, false],
  ['a file or a pipe', {}, false, false],
])('on %s, with %o, at a terminal: %s, colour is used: %s', (_, env, isTTY, coloured) => {
  expect(alarmWith(env, isTTY).includes('\u001b[')).toBe(coloured);
});
