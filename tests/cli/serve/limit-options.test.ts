import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addLimitOptions, readLimits } from '../../../src/cli/serve/limit-options.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';

const command = (): Command =>
  addLimitOptions(new Command('serve'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });

const limitsOf = (...flags: string[]) =>
  readLimits(command().parse(flags, { from: 'user' }).opts(), '127.0.0.1');

test('help shows a flag for each limit, with what holds otherwise, in two groups', () => {
  const help = command().helpInformation();
  expect(help.match(/ <n> /g)).toHaveLength(Object.keys(LIMITS).length);
  expect(help).toMatch(
    /^Limits of a request:[^]*--max-depth <n>[^]*^Limits of connections:[^]*--max-sockets <n>/m,
  );
});

test('without flags the usual limits hold', () => expect(limitsOf()).toEqual(LIMITS));

test('where others can reach the server, the work of each caller is limited unless that is set', () => {
  expect(readLimits(command().parse([], { from: 'user' }).opts(), '192.0.2.1').callerSteps).toBe(30_000_000);
  const off = command().parse(['--caller-steps', '0'], { from: 'user' });
  expect(readLimits(off.opts(), '192.0.2.1').callerSteps).toBe(0);
});

test('each limit can be set', () => {
  const flags = command().options.flatMap(({ long }) => [long ?? '', '7']);
  const set = limitsOf(...flags);
  expect(Object.keys(set).sort()).toEqual(Object.keys(LIMITS).sort());
  expect(new Set(Object.values(set))).toEqual(new Set([7]));
});

test.each([
  ['--max-depth', '0'],
  ['--max-depth', '-1'],
  ['--max-tokens', 'many'],
  ['--operation-ms', '9999999999'],
  ['--max-page-rows', '101'],
])('%s %s is refused', (flag, value) => {
  expect(() => limitsOf(flag, value)).toThrow(/A whole number from 1 to/);
});
