// The playground of a server that asks for tokens: it says what to do, does it for all tabs, and leaves no token behind.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { leftOut, sharedBrowser } from '../fixtures/browser.js';
import { openGuardedLedger } from '../fixtures/guarded-ledger.js';
import { PlaygroundPage } from '../fixtures/playground-page.js';

// Left out, in words on the console, where Chromium is not installed: see `leftOut`.
test.skipIf(leftOut)('a token is written once, serves all tabs, and is not kept by the browser', async () => {
  const guarded = await openGuardedLedger({ webFolder: resolve('dist/web') });
  const playground = await PlaygroundPage.open(await sharedBrowser(), guarded.playgroundUrl);
  try {
    const [asked] = (await playground.response()).errors ?? [];
    expect(asked).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(asked?.message).toContain('under Headers');
    await playground.page.getByRole('button', { name: 'Headers' }).click();
    const { write } = guarded.tokens;
    await playground.edit(JSON.stringify({ authorization: `Bearer ${write}` }), 'request-headers.json');
    expect((await playground.run()).data).toBeTruthy();
    await playground.openTab('AttachThirdSource');
    expect(await playground.run()).toMatchObject({ data: { attachSource: { outcome: 'ATTACHED' } } });
    await playground.keeps('AttachThirdSource');
    const kept = await playground.storage();
    expect(kept).not.toContain(write);
  } finally {
    await playground.page.context().close();
    await guarded.stop();
  }
});
