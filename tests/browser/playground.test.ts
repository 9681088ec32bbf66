import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExamples } from '../../src/web/playground/read-examples.js';
import { answerProblems } from '../fixtures/answer-problems.js';
import { describeInBrowser, sharedBrowser } from '../fixtures/browser.js';
import { startServingHere, type ServedHere } from '../fixtures/hearsay-here.js';
import { PlaygroundPage } from '../fixtures/playground-page.js';

const examples = readExamples(readFileSync('schema/examples.graphql', 'utf8'));
const isSubscription = ({ text }: { text: string }) => /^subscription /m.test(text);
const textOf = (wanted: string) => examples.find(({ name }) => name === wanted)?.text ?? '';

describeInBrowser('the built playground in Chromium', () => {
  let folder: string;
  let server: ServedHere;
  let address: string;
  let browser: Browser;
  let playground: PlaygroundPage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
    server = await startServingHere(['--data', join(folder, 'test.db')]);
    address = new URL('/playground/', server.api).href;
    browser = await sharedBrowser();
    playground = await PlaygroundPage.open(browser, address);
  });

  afterAll(async () => {
    await playground?.page.context().close();
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const post = (query: string) =>
    fetch(server.api, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  test('every example is a tab, in file order', async () => {
    expect(await playground.tabs()).toEqual(examples.map(({ name }) => name));
    expect(await playground.text('operation.graphql')).toBe(examples[0]?.text);
    expect(await playground.page.title()).toBe('Hearsay playground');
  });

  test('the third source is attached once, though the button is pressed twice', async () => {
    await playground.openTab('AttachThirdSource');
    const answers = [await playground.run(), await playground.run()];
    expect(answers.flatMap(answerProblems)).toEqual([]);
    expect(answers.map(({ data }) => data?.['attachSource'])).toMatchObject([
      { outcome: 'ATTACHED', supportBefore: { independent: 1 }, supportAfter: { independent: 2 } },
      { outcome: 'ALREADY_ATTACHED' },
    ]);
  });

  test.each(examples.filter(example => !isSubscription(example)))(
    '$name shows data, not errors',
    async ({ name }) => {
      await playground.openTab(name);
      const answer = await playground.run();
      expect(answerProblems(answer)).toEqual([]);
      expect(answer).toHaveProperty('data');
    },
  );

  test.each(examples.filter(isSubscription))('$name shows what is attached meanwhile', async ({ name }) => {
    await playground.openTab(name);
    await playground.press();
    let heard = false;
    const response = playground.response().finally(() => (heard = true));
    // Nothing on the page tells when the subscription has begun, so there is news until one is heard.
    for (let news = 1; !heard; news += 1) {
      const own = textOf('AttachThirdSource').replaceAll(
        /example-third-source|north-korea"/g,
        word => `${news}-${word}`,
      );
      await post(own);
      await playground.page.waitForTimeout(100);
    }
    expect(answerProblems(await response)).toEqual([]);
    await playground.press();
  });

  test('the list beside the tabs opens an example by its question', async () => {
    const [, second] = examples;
    await playground.page.getByRole('button', { name: second?.question ?? '' }).click();
    expect(await playground.text('operation.graphql')).toBe(second?.text);
  });

  test('an edited example is new again on the next visit, and the edit is kept behind the examples', async () => {
    const own = `${examples[0]?.text} # mine`;
    await playground.openTab(examples[0]?.name ?? '');
    await playground.edit(own);
    await playground.keeps('# mine');
    await playground.reload();
    expect(await playground.tabs()).toEqual([...examples, examples[0]].map(example => example?.name));
    expect(await playground.text('operation.graphql')).toBe(own);
    await playground.openTab(examples[0]?.name ?? '');
    expect(await playground.text('operation.graphql')).toBe(examples[0]?.text);
  });

  test.each([
    ['light', 'dark on light'],
    ['dark', 'light on dark'],
  ] as const)('a reader who prefers %s sees %s', async (colorScheme, expected) => {
    const visit = await PlaygroundPage.open(browser, address, { colorScheme });
    expect(await visit.look()).toBe(expected);
    await visit.page.context().close();
  });

  test('all that was pressed asked nothing of any other machine, and the console has no complaint', () => {
    const home = new URL(address).host;
    const elsewhere = playground.requests.filter(
      url => !/^(data|blob):/.test(url) && new URL(url).host !== home,
    );
    expect(playground.requests.length).toBeGreaterThan(examples.length);
    expect(elsewhere).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
