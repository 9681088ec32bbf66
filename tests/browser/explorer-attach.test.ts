import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const ADDRESS = 'https://news.example/number-two';
const TITLE = '<img src=x onerror="document.title=1"> A rank is seen';
const TEXT = `MOSCOW. <img src=x onerror="document.title=1">

Mr Choe, number two of his country, was met at the airport.

The visit goes on.`;

describeInBrowser('attaching a source', () => {
  let explored: Explored;
  let claims: readonly { readonly id: string; readonly sentence: string }[];

  beforeAll(async () => {
    explored = await explore();
    const filter = { about: entity('choe'), independence: ['SINGLE'], statuses: ['SUPPORTED'] };
    const answer = await explored.ask(
      'query ($filter: ClaimFilter) { claims(filter: $filter, first: 3) { nodes { id sentence } } }',
      { filter },
    );
    claims = (answer['claims'] as { nodes: typeof claims }).nodes;
  });
  afterAll(() => explored.close());

  const open = async (at: number, colorScheme: 'light' | 'dark' = 'light'): Promise<ExplorerPage> =>
    explored.open(`/?selected=${encodeURIComponent(`claim~${claims[at]?.id}`)}`, { colorScheme });
  const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected claim' });
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const hasKeyboard = (page: Page, input: Locator): Promise<void> =>
    input.and(page.locator(':focus')).waitFor();
  const field = (page: Page, name: string | RegExp): Locator => dialog(page).getByRole('combobox', { name });
  const supportOf = async (at: number): Promise<unknown> => {
    const query = 'query ($id: ID!) { claim(id: $id) { status support { independent } } }';
    return (await explored.ask(query, { id: claims[at]?.id }))['claim'];
  };

  test('a new article is attached by keyboard alone, and is there after a reload', async () => {
    const explorer = await open(0);
    const { page } = explorer;
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const type = (text: string) => page.keyboard.insertText(text);
    await panel(page).getByRole('button', { name: 'Add a source' }).press('Enter');
    await hasKeyboard(page, field(page, /^Address/));
    await type(ADDRESS);
    await dialog(page).getByText('This address is new here.').waitFor();
    await press('Enter');
    await type(TITLE);
    await press('Enter', 'Enter');
    await type('Nov 2014');
    await press('Enter');
    await type('Example Agency');
    await dialog(page).getByText('Add “Example Agency” as a new organisation').waitFor();
    await press('Enter');
    await dialog(page).getByText('Example Agency was added.').waitFor();
    await press('Tab', 'Tab');
    await type(TEXT);
    await dialog(page).getByText('mark the words that say it').waitFor();
    // Two lines down, one word on, two words marked.
    await press('ArrowDown', 'ArrowDown', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
    await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Enter');
    await dialog(page).getByText('Quoted from paragraph 2.').waitFor();
    expect(await dialog(page).getByLabel('Words quoted').inputValue()).toBe('number two');
    expect(await dialog(page).getByLabel('Right before them').inputValue()).toBe('Mr Choe, ');
    await dialog(page).getByLabel('Not known').focus();
    await press('ArrowLeft', 'ArrowLeft', 'Control+Enter');
    const date = dialog(page).getByLabel('Published on');
    await dialog(page).getByText('"Nov 2014" is not a date').waitFor();
    expect(await dialog(page).locator('input:focus').getAttribute('id')).toBe(await date.getAttribute('id'));
    await press('Control+A');
    await type('2014-11~');
    await dialog(page).getByText('Independent chains 1 → 2, now corroborated.').waitFor();
    expect(await supportOf(0)).toMatchObject({ support: { independent: 1 } });
    expect(await explorer.seriousFaults()).toEqual([]);
    await press('Control+Enter');
    await dialog(page).getByText('Saved: the source is attached.').waitFor();
    expect(await supportOf(0)).toEqual({ status: 'CORROBORATED', support: { independent: 2 } });
    await panel(page).getByText('Corroborated').first().waitFor();
    await page.reload();
    await panel(page).getByText('Corroborated').first().waitFor();
    await panel(page).getByText('A rank is seen').first().waitFor();
    expect(await page.title()).not.toBe('1');
    explorer.check();
    await explorer.close();
  });

  test('a known address is found, eight clicks of the mouse are enough, and it is taken back', async () => {
    const explorer = await open(1, 'dark');
    const { page } = explorer;
    await panel(page).getByRole('button', { name: 'Add a source' }).waitFor();
    // A press of a key counts as a click without a number.
    await page.evaluate(
      "clicks = 0; document.addEventListener('click', click => { if (click.detail > 0) clicks += 1; }, true)",
    );
    await panel(page).getByRole('button', { name: 'Add a source' }).click();
    await hasKeyboard(page, field(page, /^Address/));
    await page.keyboard.insertText(ADDRESS);
    await dialog(page).getByText('Already here: article · about Nov 2014 · used by 1 claim').waitFor();
    const article = dialog(page).getByLabel(/Paste the article/);
    await article.click();
    await page.keyboard.insertText(TEXT);
    const text = dialog(page).getByLabel(/mark the words/);
    await text.dblclick({ position: { x: 40, y: 66 } });
    await dialog(page).getByRole('button', { name: 'Quote the marked words' }).click();
    await dialog(page).getByText('Quoted from paragraph 2.').waitFor();
    await dialog(page).getByLabel('It says so itself').click();
    await dialog(page).getByText('Independent chains 1 → 2, now corroborated.').waitFor();
    expect(await explorer.seriousFaults()).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('Saved: the source is attached.').waitFor();
    expect(await page.evaluate('clicks')).toBeLessThanOrEqual(8);
    await dialog(page).getByRole('button', { name: 'Undo' }).click();
    await dialog(page).getByText('stays on record as withdrawn').waitFor();
    expect(await supportOf(1)).toEqual({ status: 'SUPPORTED', support: { independent: 1 } });
    explorer.check();
    await explorer.close();
  });

  test('whom it relays is part of the chain; a lost answer loses nothing; closing asks once', async () => {
    const explorer = await open(2);
    const { page } = explorer;
    await panel(page).getByRole('button', { name: 'Add a source' }).click();
    await field(page, /^Address/).fill('a rank is seen');
    await dialog(page)
      .getByRole('option', { name: /^Example Agency/ })
      .click();
    await dialog(page).getByLabel('It passes on what others say').check();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('Not saved: one thing is to be put right.').waitFor();
    await field(page, 'Whom it passes on').fill('A neighbour');
    await dialog(page)
      .getByRole('option', { name: /^A new source/ })
      .click();
    await dialog(page).getByLabel('It is not named').check();
    await dialog(page).getByLabel('The unnamed party').fill('a neighbour of the embassy');
    await dialog(page).getByText('Independence is not established').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).getByText('What you entered is not saved.').waitFor();
    await dialog(page).getByRole('button', { name: 'Keep editing' }).click();
    // Recorded, but the answer never comes.
    await page.route('**/graphql', async route => {
      await route.fetch();
      await route.abort();
    });
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('Nothing you entered is lost').waitFor();
    // Another question may be on this way still.
    await page.unrouteAll({ behavior: 'wait' });
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('Saved: the source is attached.').waitFor();
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await panel(page).getByText('a neighbour of the embassy').first().waitFor();
    expect(await supportOf(2)).toMatchObject({ support: { independent: 2 } });
    await explorer.close();
  });
});
