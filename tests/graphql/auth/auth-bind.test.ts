import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../../src/graphql/auth/bind.js';
import { Front } from '../../../src/graphql/front/front.js';

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.example', false],
  ['localhost.example', false],
  ['', false],
])('only this machine can reach %s: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

/** The code with which a request is refused that came to an address of this machine, or null. */
function refused(localAddress: string, host: string, origin?: string): string | null {
  const headers = { host, ...(origin === undefined ? {} : { origin }) };
  const front = new Front({ tokens: null, owner: { name: 'Tess', scope: 'admin' }, isStopping: () => false });
  const connection = { localAddress, localPort: 4000 };
  const asked = {
    method: 'GET',
    headers,
    connection,
    authorization: undefined,
    flaw: null,
    isOperation: true,
  };
  return front.admit(asked).rejection?.code ?? null;
}

describe('a request that came by loopback names it, whatever address is served', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1:4000', undefined, null],
    ['::ffff:127.0.0.1', 'localhost:4000', 'http://localhost:4000', null],
    ['::1', '[::1]:4000', 'http://[::1]:4000', null],
    ['127.0.0.2', '127.0.0.2:4000', undefined, null],
    ['127.0.0.1', 'evil.example', undefined, 'HOST_NOT_ALLOWED'],
    ['::ffff:127.0.0.1', 'evil.example:4000', undefined, 'HOST_NOT_ALLOWED'],
    ['127.0.0.1', '127.0.0.1:4000', 'https://127.0.0.1:4000', 'ORIGIN_NOT_ALLOWED'],
  ])('%s, Host %s, Origin %s: %s', (address, host, origin, code) => {
    expect(refused(address, host, origin)).toBe(code);
  });
});

describe('a request that came by another address may use any name, and pages of that name only', () => {
  test.each([
    ['10.0.0.5', 'hearsay.example', undefined, null],
    ['10.0.0.5', 'hearsay.example', 'https://hearsay.example', null],
    ['10.0.0.5', 'hearsay.example:4000', 'http://hearsay.example:4000', null],
    ['10.0.0.5', 'hearsay.example', 'https://evil.example', 'ORIGIN_NOT_ALLOWED'],
    ['10.0.0.5', 'hearsay.example', 'null', 'ORIGIN_NOT_ALLOWED'],
    ['10.0.0.5', 'hearsay.example', 'https://hearsay.example.evil.example', 'ORIGIN_NOT_ALLOWED'],
  ])('%s, Host %s, Origin %s: %s', (address, host, origin, code) => {
    expect(refused(address, host, origin)).toBe(code);
  });
});
