// The first screen, the bar at the top, search, table and help: what people do there, on the sample and on an empty journal.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, sharedBrowser } from '../fixtures/browser.js';
import { entity, explore, ExplorerPage, type Explored } from '../fixtures/explorer-page.js';
import { openGuardedLedger } from '../fixtures/guarded-ledger.js';
import { inFolder } from '../fixtures/hearsay-process.js';
import { openLedger } from '../fixtures/open-ledger.js';

const WALK = `/?walk=${entity('choe')}~39`;
const HOSTILE = '<img src=x onerror="window.ran=1">';

const walkedFrom = (page: ExplorerPage): string | null => new URL(page.page.url()).searchParams.get('walk');

/** What is typed before goes nowhere. */
const searchHasKeyboard = (page: Page): Promise<void> =>
  page.getByRole('combobox', { name: 'Search' }).and(page.locator(':focus')).waitFor();

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

describeInBrowser('with the sample', () => {
  let explored: Explored;
  beforeAll(async () => void (explored = await explore()));
  afterAll(() => explored.close());

  const opened: Explored['visit'] = (...visit) => explored.visit(...visit);

  test('the first screen has the keyboard in its search, three to begin with, and one of them drawn', () =>
    opened('/', async ({ page }) => {
      await searchHasKeyboard(page);
      const examples = page.getByRole('list', { name: 'Or begin with' }).getByRole('button');
      await examples.first().waitFor();
      expect(await examples.allInnerTexts()).toEqual(['Choe Ryong Hae', 'North Korea', 'Russia']);
      const drawn = page.getByRole('region', { name: 'Around Choe Ryong Hae' });
      await drawn.getByRole('application').waitFor();
      await drawn.getByText('21 claims drawn').waitFor();
      for (const title of ['New', 'Disputed', 'Hangs on a single chain'])
        await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await examples.nth(2).click();
      await page.getByRole('heading', { level: 1, name: 'Around Russia' }).waitFor({ state: 'attached' });
    }));

  test('a name is found by a spelling in another script and picked by Enter', () =>
    opened('/', async explorer => {
      const { page } = explorer;
      await searchHasKeyboard(page);
      await page.keyboard.type('최룡해');
      const option = page.getByRole('option', { name: /Choe Ryong Hae.*found as “최룡해”/ });
      await option.waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => walkedFrom(explorer)).toContain(entity('choe'));
    }));

  test('`/` leads to the search, which finds claims and sources too', () =>
    opened(WALK, async explorer => {
      const { page } = explorer;
      await page.getByRole('application').waitFor();
      await page.keyboard.press('/');
      await searchHasKeyboard(page);
      await page.keyboard.type('letter');
      const claims = page.getByRole('group', { name: 'Claims that say “letter”' });
      await claims.getByRole('option').first().click();
      await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toContain('claim~');
      await page.keyboard.press('/');
      await searchHasKeyboard(page);
      await page.keyboard.type('diplomat');
      await page.getByRole('group', { name: 'Sources' }).getByRole('option').first().click();
      await expect.poll(() => new URL(page.url()).searchParams.get('source')).toContain('source:');
      await page.keyboard.press('/');
      await searchHasKeyboard(page);
      await page.keyboard.type('qqqqqq');
      await page.getByText('No name, claim or source here holds “qqqqqq”.').waitFor();
    }));

  test('the link that is copied opens the same table', () =>
    opened(
      WALK,
      async explorer => {
        const { page } = explorer;
        await page.getByRole('button', { name: 'Table' }).click();
        await page.getByRole('button', { name: 'Copy link' }).click();
        await page.getByText('Copied', { exact: true }).waitFor();
        const link = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(link).toBe(page.url());
        await page.goto(link);
        await page.getByRole('table', { name: /^Claims in this view/ }).waitFor();
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  test('the table is sorted by its heads, and a row opens its claim by keyboard', () =>
    opened(`${WALK}&form=table`, async explorer => {
      const { page } = explorer;
      const head = page.getByRole('columnheader', { name: 'Sources' });
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      const first = page.getByRole('rowheader').first();
      expect(await first.innerText()).toBe('Choe Ryong Hae travels to Russia');
      expect(await explorer.seriousFaults()).toEqual([]);
      await first.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Selected claim' }).waitFor();
      expect(
        await page
          .getByRole('row', { name: 'Choe Ryong Hae travels to Russia' })
          .getAttribute('aria-current'),
      ).toBe('true');
    }));

  test('the view is taken along as a table, a drawing, and for other programs', () =>
    opened(WALK, async ({ page }) => {
      await page.getByRole('application').waitFor();
      const takenAs = async (name: string): Promise<string> => {
        await page.getByRole('button', { name: 'Export' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ]);
        return textOf(download);
      };
      expect(await takenAs('CSV')).toContain('Claim,Subject,Predicate');
      expect(await takenAs('SVG')).toContain('<svg');
      expect(await takenAs('GEXF')).toContain('<gexf');
      expect(await takenAs('JSON')).toContain('"entities"');
    }));

  test('`?` opens the help, but not while one is typing', () =>
    opened('/', async explorer => {
      const { page } = explorer;
      const help = page.getByRole('dialog', { name: 'Help' });
      const search = page.getByRole('combobox', { name: 'Search' });
      await search.press('?');
      expect(await search.inputValue()).toBe('?');
      expect(await help.count()).toBe(0);
      await page.getByRole('button', { name: 'Copy link' }).focus();
      await page.keyboard.press('?');
      await help.waitFor();
      expect(await explorer.seriousFaults()).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => help.count()).toBe(0);
    }));

  test.each(['light', 'dark'] as const)(
    'nothing serious is found on the first screen in %s colours',
    colorScheme =>
      opened(
        '/',
        async explorer => {
          await explorer.page.getByText('21 claims drawn').waitFor();
          await explorer.page.getByRole('combobox', { name: 'Search' }).fill('russia');
          await explorer.page.getByRole('option').first().waitFor();
          expect(await explorer.seriousFaults()).toEqual([]);
        },
        { colorScheme },
      ),
  );

  test('what others record appears by itself, as text and nothing more', () =>
    opened('/', async ({ page }) => {
      await page.getByText('21 claims drawn').waitFor();
      const { addEntity } = (await explored.ask(
        'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { entity { id } } }',
        { label: HOSTILE },
      )) as { addEntity: { entity: { id: string } } };
      const { makeClaim } = (await explored.ask(
        `mutation ($subject: ID!, $object: ID!) {
          makeClaim(input: { subject: $subject, predicate: "visits", object: $object }) { claim { id } userErrors { message } }
        }`,
        { subject: addEntity.entity.id, object: entity('russia') },
      )) as { makeClaim: { claim: { id: string } } };
      await attach(explored, makeClaim.claim.id, 'AFFIRMS');
      const fresh = page.getByRole('button', { name: `${HOSTILE} visits Russia` }).first();
      await fresh.waitFor();
      await attach(explored, makeClaim.claim.id, 'DENIES');
      await page.getByText('Affirmed and denied').waitFor();
      await page.getByRole('combobox', { name: 'Search' }).fill('onerror');
      await page.getByRole('option', { name: HOSTILE }).first().waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
    }));
});

/** One article of a party of its own that says so, or denies it. */
async function attach(explored: Explored, claim: string, polarity: 'AFFIRMS' | 'DENIES'): Promise<void> {
  await explored.ask(
    `mutation ($input: AttachSourceInput!) { attachSource(input: $input) { outcome userErrors { message } } }`,
    {
      input: {
        claim,
        polarity,
        own: true,
        source: {
          new: {
            kind: 'ARTICLE',
            title: HOSTILE,
            party: entity(polarity === 'AFFIRMS' ? 'upi' : 'diplomat'),
          },
        },
      },
    },
  );
}

describeInBrowser('an empty journal', () => {
  let explored: Explored;
  beforeAll(async () => void (explored = await explore(['--empty'])));
  afterAll(() => explored.close());

  test('a dossier is checked before it is loaded, and the sample fills the first screen', async () => {
    const explorer = await explored.open();
    const { page } = explorer;
    await page.getByRole('heading', { level: 1, name: 'Nothing is recorded here yet' }).waitFor();
    expect(await explorer.seriousFaults()).toEqual([]);
    await inFolder(async folder => {
      const file = resolve(folder, 'a.yaml');
      await writeFile(file, 'hearsay: dossier/1\nid: a\nentities:\n  ann: { kind: NOBODY, label: Ann }\n');
      await page.getByLabel(/A file of entities/).setInputFiles(file);
      await page.getByText(/^Line 4, column \d+:/).waitFor();
      expect(await page.getByRole('button', { name: 'Load it' }).count()).toBe(0);
    });
    await page.getByLabel(/A file of entities/).setInputFiles('graph-data/choe-moscow-2014/dossier.yaml');
    await page.getByText(/would bring 70 entities, 85 claims/).waitFor();
    await page.getByRole('button', { name: 'Load it' }).waitFor();
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await page.getByRole('list', { name: 'Or begin with' }).getByRole('button').first().waitFor();
    explorer.check();
    await explorer.close();
  });
});

describeInBrowser('a server that asks for tokens, with nothing recorded', () => {
  test('asks for one, says that a wrong one is wrong, and offers what the token allows', async () => {
    const { ledger } = await openLedger();
    const guarded = await openGuardedLedger({ webFolder: resolve('dist/web'), ledger });
    const context = await (await sharedBrowser()).newContext();
    try {
      const { page } = await ExplorerPage.open(context, new URL(guarded.playgroundUrl).origin);
      const dialog = page.getByRole('dialog', { name: 'This server asks for a token' });
      const give = async (token: string): Promise<void> => {
        await dialog.getByLabel('Token', { exact: true }).fill(token);
        await page.keyboard.press('Enter');
      };
      await give('wrong');
      await dialog.getByText('The server did not let this token in.').waitFor();
      await give(guarded.tokens.read);
      await page.getByText('You may read here, and not record.').waitFor();
      expect(await dialog.count()).toBe(0);
      expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toContain(
        guarded.tokens.read,
      );
      await page.reload();
      await give(guarded.tokens.write);
      await page.getByRole('button', { name: 'Add an entity' }).click();
      const adding = page.getByRole('dialog');
      await adding.getByRole('button', { name: 'Add', exact: true }).click();
      await adding.getByText('Give the name it is shown by.').waitFor();
      await adding.getByLabel('Name', { exact: true }).fill('Ann');
      await adding.getByRole('button', { name: 'Add', exact: true }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('entity')).toContain('entity:');
      await page.getByRole('link', { name: 'Hearsay' }).click();
      await page.getByRole('list', { name: 'Or begin with' }).getByRole('button', { name: 'Ann' }).waitFor();
    } finally {
      await context.close();
      await guarded.stop();
    }
  });
});
