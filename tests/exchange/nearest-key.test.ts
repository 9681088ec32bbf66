// The nearest key: what somebody probably meant, or nothing.
import { expect, test } from 'vitest';
import { nearestKey } from '../../src/exchange/nearest-key.js';

const KEYS = ['choe', 'kim-jong-un', 'kim-kye-gwan', 'kerry', 'king'];

test.each([
  ['cheo', 'choe'],
  ['kim-jong-il', 'kim-jong-un'],
  ['kery', 'kerry'],
  ['kim-kye-gwan', 'kim-kye-gwan'],
  ['vladivostok', undefined],
  ['', undefined],
])('"%s" means %s', (given, meant) => {
  expect(nearestKey(given, KEYS)).toBe(meant);
});
