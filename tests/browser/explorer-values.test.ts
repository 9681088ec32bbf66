// Claims with values in the table, what is new, and what else a link or a form holds: in the browser.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored } from '../fixtures/explorer-page.js';

const VISIT = `/?walk=${entity('choe-visit')}~39`;

describeInBrowser('with the sample', () => {
  let explored: Explored;
  beforeAll(async () => void (explored = await explore()));
  afterAll(() => explored.close());

  const claimIdOf = async (words: string): Promise<string> => {
    const answer = await explored.ask(
      'query ($text: String) { claims(filter: { text: $text }) { nodes { id } } }',
      {
        text: words,
      },
    );
    return (answer['claims'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
  };

  const exported = async (page: Page, name: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };

  test('a claim with a value has no line: it is said, and stands in the table and its files', () =>
    explored.visit(
      VISIT,
      async ({ page }) => {
        await page.getByRole('application', { name: /1 claim with a value: in the table/ }).waitFor();
        const lines = Number(await page.locator('[data-ready=true]').getAttribute('data-edges'));
        await page.getByRole('button', { name: '1 claim with a value', exact: false }).click();
        await page.getByRole('button', { name: 'Show the table' }).click();
        await page.getByRole('button', { name: `${lines + 1} claims`, exact: true }).waitFor();
        await page.getByText(`${lines + 1} of ${lines + 1} claims shown`).waitFor();
        const row = page.getByRole('row', { name: /lasts 7 days/ });
        expect(await row.getByRole('cell').nth(2).innerText()).toBe('7 days');
        expect(await exported(page, 'CSV')).toMatch(/,7 days,.*,P7D,/);
        const { claims } = JSON.parse(await exported(page, 'JSON')) as { claims: { value: unknown }[] };
        expect(claims).toHaveLength(lines + 1);
        expect(claims.at(-1)).toMatchObject({ object: null, value: { kind: 'DURATION', text: 'P7D' } });
        await row.getByRole('button').click();
        await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toContain('claim~');
      },
      { acceptDownloads: true },
    ));

  test('filters that leave out a claim with a value leave it out of the table', () =>
    explored.visit(`${VISIT}&form=table&certainty=POSSIBLE`, async ({ page }) => {
      await page.getByRole('button', { name: /^\d+ claims?$/ }).waitFor();
      expect(await page.getByRole('row', { name: /lasts 7 days/ }).count()).toBe(0);
    }));

  test('a source that was just attached is what is new, and leads to its claim', async () => {
    const claim = await claimIdOf('lasts');
    await explored.ask(
      `mutation ($input: AttachSourceInput!) { attachSource(input: $input) { userErrors { message } } }`,
      {
        input: {
          claim,
          source: {
            new: { kind: 'ARTICLE', title: 'A week', partyDescribedAs: 'the <img onerror> Gazette' },
          },
          locator: 'page <b>4</b>',
        },
      },
    );
    await explored.visit('/', async explorer => {
      const { page } = explorer;
      const first = page
        .getByRole('complementary', { name: 'What is going on' })
        .getByRole('listitem')
        .first();
      await first.getByText('The <img onerror> Gazette now says so').waitFor();
      expect(await explorer.seriousFaults()).toEqual([]);
      await first.getByRole('button', { name: /lasts 7 days/ }).click();
      await page.getByRole('complementary', { name: 'Selected claim' }).getByText('page <b>4</b>').waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toBe(`claim~${claim}`);
    });
  });

  test('before anything was recorded nothing was new', () =>
    explored.visit('/?known-on=2014-11-18T00:00:00Z', ({ page }) =>
      page.getByText('No claim is recorded in this view yet.').waitFor(),
    ));

  test('how far ways may lead is in the link, and each change is a step that can be undone', () =>
    explored.visit(
      `/?from=${entity('choe')}&to=${entity('kerry')}&max-steps=2&hubs=too`,
      async ({ page }) => {
        const most = page.getByRole('combobox', { name: 'At most' });
        await most.waitFor();
        expect(await most.inputValue()).toBe('2');
        expect(await page.getByRole('checkbox', { name: /Also through/ }).isChecked()).toBe(true);
        await page.getByRole('combobox', { name: 'Show' }).selectOption('10');
        await expect.poll(() => new URL(page.url()).searchParams.get('ways')).toBe('10');
        await page.getByRole('button', { name: 'Swap' }).click();
        await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(entity('kerry'));
        expect(new URL(page.url()).search).toMatch(/max-steps=2&ways=10&hubs=too/);
        await page.goBack();
        await page.goBack();
        await expect.poll(() => page.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('3');
      },
    ));

  test('the history of a claim tells what was noted later of whose word it is', async () => {
    const claim = await claimIdOf('lasts');
    const answer = await explored.ask(
      'query ($id: ID!) { claim(id: $id) { attestations(first: 1) { nodes { id } } } }',
      { id: claim },
    );
    const [attestation] = (answer['claim'] as { attestations: { nodes: { id: string }[] } }).attestations
      .nodes;
    await explored.ask(
      'mutation ($id: ID!) { recordLineage(input: { attestation: $id, lineage: UNRECORDED }) { userErrors { message } } }',
      { id: attestation?.id },
    );
    await explored.visit(`/?selected=claim~${claim}`, async ({ page }) => {
      await page.getByText(/what was recorded since/).click();
      await page.getByText(/^Noted of .*: nobody knows on whose word it says so/).waitFor();
    });
  });

  test('the form of a source has a field for where in it the claim is said', async () => {
    const claim = await claimIdOf('envoy');
    await explored.visit(
      `/?selected=claim~${claim}`,
      async explorer => {
        const { page } = explorer;
        await page.getByRole('button', { name: 'Add a source' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: /^Address/ }).fill('https://news.example/where');
        await dialog.getByText('This address is new here.').waitFor();
        await dialog.getByLabel('Where in the source (optional)').fill('minute 12');
        expect(await explorer.seriousFaults()).toEqual([]);
        await dialog.getByRole('button', { name: 'Save' }).click();
        await dialog.getByText('Saved: the source is attached.').waitFor();
        await dialog.getByRole('button', { name: 'Done' }).click();
        await page.getByText(/minute 12/).waitFor();
      },
      { colorScheme: 'dark' },
    );
  });

  test('the sources of an entity are those known in the view', async () => {
    const { stats } = await explored.ask('{ stats { lastRecorded } }');
    const then = (stats as { lastRecorded: string }).lastRecorded;
    await explored.ask(
      'mutation ($input: AttachSourceInput!) { attachSource(input: $input) { userErrors { message } } }',
      {
        input: {
          claim: await claimIdOf('lasts'),
          source: { new: { kind: 'ARTICLE', title: 'One more', party: entity('upi') } },
        },
      },
    );
    const place = `/?entity=${entity('upi')}`;
    const sources = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();
    await explored.visit(place, ({ page }) => sources(page, '2 sources'));
    await explored.visit(`${place}&known-on=${then}`, ({ page }) => sources(page, '1 source'));
  });
});
