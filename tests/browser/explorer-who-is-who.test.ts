// Who is who in the explorer: pairs are judged and taken back, those judged one are one node, page and row, and the page says who
// is known only by reference.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const HOSTILE = '<img src=x onerror="window.ran=1">';
const CHOE = entity('choe');
const TWIN = 'entity:twin/choi';
const STUB = 'entity:twin/stub';

describeInBrowser('who is who', () => {
  let explored: Explored;

  beforeAll(async () => {
    explored = await explore();
    const { importRecords } = (await explored.ask(
      'mutation ($records: [ImportRecordInput!]!) { importRecords(records: $records) { userErrors { message } } }',
      {
        records: [
          {
            commands: [
              { addEntity: { id: TWIN, kind: 'PERSON', label: 'Choi Ryong-hae', description: HOSTILE } },
            ],
          },
          { commands: [{ addEntity: { id: 'entity:twin/ship', kind: 'TOPIC', label: 'Choe Ryong Hae' } }] },
          { commands: [{ addEntity: { id: STUB, kind: 'PERSON', label: 'Q4711', provisional: true } }] },
        ],
      },
    )) as { importRecords: unknown };
    expect(importRecords).toEqual({ userErrors: [] });
    await claim(TWIN, 'meets', entity('kerry'));
    await claim(TWIN, 'meets', STUB);
    await claim(TWIN, 'meets', CHOE);
  });
  afterAll(() => explored.close());

  const claim = async (subject: string, predicate: string, object: string): Promise<void> => {
    const { makeClaim } = (await explored.ask(
      'mutation ($input: MakeClaimInput!) { makeClaim(input: $input) { claim { id } userErrors { message } } }',
      { input: { subject, predicate, object } },
    )) as { makeClaim: { claim: { id: string } } };
    await explored.ask(
      'mutation ($input: AttachSourceInput!) { attachSource(input: $input) { userErrors { message } } }',
      {
        input: {
          claim: makeClaim.claim.id,
          own: true,
          source: { new: { kind: 'REPORT', title: `A report of ${object}`, party: entity('ytn') } },
        },
      },
    );
  };
  const judge = (judgement: string): Promise<unknown> =>
    explored.ask(
      'mutation ($a: ID!, $b: ID!, $judgement: IdentityJudgement!) { judgeIdentity(a: $a, b: $b, judgement: $judgement, reason: "a test") { userErrors { message } } }',
      { a: CHOE, b: TWIN, judgement },
    );
  const opened: Explored['visit'] = (...visit) => explored.visit(...visit);
  const cards = (page: Page): Locator => page.getByRole('article');
  const card = (page: Page, name: string | RegExp): Locator => page.getByRole('article', { name });
  const judged = (page: Page): Locator => page.getByRole('list', { name: 'Judged pairs' });
  const placed = ({ page }: ExplorerPage, name: string): string | null =>
    new URL(page.url()).searchParams.get(name);
  const drawn = async ({ page }: ExplorerPage): Promise<readonly string[]> => {
    await page.locator('.canvas[data-ready=true]').waitFor();
    return Object.keys(
      JSON.parse((await page.locator('.canvas').getAttribute('data-places')) ?? '{}') as object,
    );
  };

  test('a pair is judged the same by keyboard, is told, and is taken back', () =>
    opened('/', async explorer => {
      const { page } = explorer;
      await page.getByRole('link', { name: 'Who is who' }).press('Enter');
      await expect.poll(() => placed(explorer, 'who-is-who')).toBe('everybody');
      const pair = card(page, 'Choe Ryong Hae and Choi Ryong-hae');
      await pair.getByText('sound alike').waitFor();
      await pair.getByText(HOSTILE).waitFor();
      await pair.getByLabel('Why (optional)').fill('one person, two romanisations');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Recorded: Choe Ryong Hae and Choi Ryong-hae are one.').waitFor();
      await expect.poll(() => pair.count()).toBe(0);
      // The keyboard goes on to the next pair.
      await page.locator('article:focus').waitFor();
      await judged(page).getByText('because “one person, two romanisations”').waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(await explorer.seriousFaults()).toEqual([]);
      await judged(page)
        .getByRole('button', { name: /^Take back/ })
        .click();
      await pair.waitFor();
      await page.getByText('Nobody has judged a pair yet').waitFor();
      await page.locator('[role=status]:focus', { hasText: 'Taken back' }).waitFor();
    }));

  test('what is put off is recorded nowhere and can be shown again', () =>
    opened('/?who-is-who=everybody', async explorer => {
      const { page } = explorer;
      const before = await cards(page)
        .first()
        .waitFor()
        .then(() => cards(page).count());
      await cards(page).first().getByRole('button', { name: 'Not now' }).click();
      await expect.poll(() => cards(page).count()).toBe(before - 1);
      await page.getByText('Nothing was recorded.').waitFor();
      await page.getByRole('button', { name: 'Show 1 pair put off' }).click();
      await expect.poll(() => cards(page).count()).toBe(before);
    }));

  test('two of different kinds cannot be one: the refusal stands at the pair, which stays', () =>
    opened('/?who-is-who=everybody', async explorer => {
      const { page } = explorer;
      const pair = card(page, 'Choe Ryong Hae and Choe Ryong Hae');
      await pair.getByText(/One is a PERSON, the other a TOPIC/).waitFor();
      await pair.getByRole('button', { name: 'Same' }).click();
      await pair
        .getByRole('alert')
        .getByText(/^Not recorded:/)
        .waitFor();
      await pair.getByRole('button', { name: 'Different' }).click();
      await page.getByText(/are two, and are not proposed again/).waitFor();
      await expect.poll(() => pair.count()).toBe(0);
      await judged(page)
        .getByRole('button', { name: /^Take back/ })
        .click();
      await pair.waitFor();
    }));

  test('a server that does not answer is told at the pair, and what was written is kept', () =>
    opened(`/?who-is-who=${TWIN}`, async explorer => {
      const { page } = explorer;
      await page.getByRole('heading', { level: 1, name: 'Who may Choi Ryong-hae be?' }).waitFor();
      const pair = card(page, 'Choe Ryong Hae and Choi Ryong-hae');
      await pair.getByLabel('Why (optional)').fill('kept');
      await page.route('**/graphql', route => route.abort());
      await pair.getByRole('button', { name: 'Same' }).click();
      await pair.getByText(/The server does not answer/).waitFor();
      expect(await pair.getByLabel('Why (optional)').inputValue()).toBe('kept');
      await page.unrouteAll({ behavior: 'wait' });
      explorer.complaints.length = 0;
    }));

  test('an id that nobody has is said to be missing', () =>
    opened('/?who-is-who=entity:nobody', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'No such entity' }).waitFor();
    }));

  test('judged the same, two are one node, row and page under either id; taken back, they are two again', async () => {
    const walk = (id: string): string => `/?walk=${id}~39`;
    let apart = 0;
    await opened(walk(TWIN), async explorer => {
      const ids = await drawn(explorer);
      expect(ids).toEqual(expect.arrayContaining([TWIN, CHOE]));
      apart = ids.length;
    });
    await judge('SAME');
    for (const [asked, other] of [
      [TWIN, CHOE],
      [CHOE, TWIN],
    ] as const) {
      await opened(`${walk(asked)}&selected=entity~${other}`, async explorer => {
        const { page } = explorer;
        const ids = await drawn(explorer);
        expect(ids).toContain(asked);
        expect(ids).not.toContain(other);
        expect(ids.length).toBeGreaterThan(apart);
        const panel = page.getByRole('complementary', { name: 'Selected entity' });
        await panel.getByRole('heading', { level: 2, name: 'Choe Ryong Hae' }).waitFor();
        await panel.getByText(`Also: Choi Ryong-hae ${TWIN}`).waitFor();
        await panel.getByText('24 claims in this view').waitFor();
        // What was said between the two is of one entity about itself.
        await page.getByText('24 of 24 claims shown · Choe Ryong Hae').waitFor();
        await page.getByText('1 claim of an entity about itself').first().waitFor();
        await page.getByRole('button', { name: 'Table', exact: true }).click();
        await page.getByRole('button', { name: /entities$/ }).click();
        const rows = page.getByRole('row', { name: /Choe Ryong Hae|Choi Ryong-hae/ });
        await rows.first().waitFor();
        expect(await rows.count()).toBe(1);
        await page.getByRole('row', { name: /Q4711 person known only by reference/ }).waitFor();
      });
    }
    await opened(`/?entity=${TWIN}`, async explorer => {
      const { page } = explorer;
      await page.getByRole('heading', { level: 1, name: 'Choe Ryong Hae' }).waitFor();
      await page.getByText(/judged the same by .* because “a test”/).waitFor();
      expect(await explorer.seriousFaults()).toEqual([]);
      await page.getByRole('button', { name: /^Take back/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Choi Ryong-hae' }).waitFor();
    });
    await opened(walk(TWIN), async explorer => {
      expect(await drawn(explorer)).toHaveLength(apart);
    });
  });

  test('as known before the judgement the two are apart', async () => {
    const before = new Date().toISOString();
    await judge('SAME');
    await opened(`/?walk=${TWIN}~39&known-on=${before}`, async explorer => {
      expect(await drawn(explorer)).toEqual(expect.arrayContaining([TWIN, CHOE]));
    });
    await judge('UNSURE');
  });

  test('who is known only by reference is said to be so', () =>
    opened(`/?entity=${STUB}`, async explorer => {
      const { page } = explorer;
      await page.getByText('Known only by reference: no source has described it yet.').waitFor();
      await page.getByRole('button', { name: 'Help' }).click();
      await page.getByText('Dashed outline: known only by reference').waitFor();
    }));

  test.each([['light'], ['dark']] as const)(
    'nothing serious stands in the way of anyone, in %s',
    colorScheme =>
      opened(
        '/?who-is-who=everybody',
        async explorer => {
          await cards(explorer.page).first().waitFor();
          expect(await explorer.seriousFaults()).toEqual([]);
        },
        { colorScheme },
      ),
  );
});
