import { expect, test } from 'vitest';
import { withoutTokens } from '../../../src/graphql/auth/token-text.js';
import { makeToken } from '../../../src/graphql/auth/token.js';

test('every token is struck out of a text, and nothing else', () => {
  const [one, other] = [makeToken(), makeToken()];
  expect(withoutTokens(`{"authorization":"Bearer ${one}"} and ${other}, not hearsay_short`)).toBe(
    '{"authorization":"Bearer hearsay_…"} and hearsay_…, not hearsay_short',
  );
});
