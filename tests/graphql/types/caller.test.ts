// Who asks, and what they may do.
import { expect, test } from 'vitest';
import { SCOPES } from '../../../src/graphql/auth/scope.js';
import { openGuardedLedger } from '../../fixtures/guarded-ledger.js';
import { send } from '../../fixtures/ask-api.js';
import { openTinyApi } from '../tiny-api.js';

const ASKED = '{ caller { name scope } }';

test('whoever asks with a token is told its name and its scope', async () => {
  const guarded = await openGuardedLedger();
  try {
    for (const scope of SCOPES) {
      const { data } = await send(guarded.apiUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${guarded.tokens[scope]}` },
        body: JSON.stringify({ query: ASKED }),
      });
      expect(data).toEqual({ caller: { name: `${scope} token`, scope: scope.toUpperCase() } });
    }
  } finally {
    await guarded.stop();
  }
});

test('whoever holds the ledger itself may do everything', async () => {
  const api = await openTinyApi();
  expect(await api.ask(ASKED)).toEqual({ caller: { name: 'Tess', scope: 'ADMIN' } });
});
