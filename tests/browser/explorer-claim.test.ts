// The panel of a claim in the browser: what it shows, what it does to the record, and what a reader takes along.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const HOSTILE = '<img src=x onerror="document.title=1">';
/** Claims of the first data set. */
const RELATIONS = 'claim:0d3c1aacfecdd73e859f145c';
const FLIGHT = 'claim:796b3cdec85c3506ddc5aad8';
const ENVOY = 'claim:e33105f443c95be2c499cab3';
const NUMBER_TWO = 'claim:1139d6f52b0dc7a047c863f4';

describeInBrowser('the panel of a claim', () => {
  let explored: Explored;

  const open = (claim: string, options = {}, more = ''): Promise<ExplorerPage> =>
    explored.open(`/?selected=claim~${claim}${more}`, options);

  const panelOf = ({ page }: ExplorerPage) => page.getByRole('complementary', { name: 'Selected claim' });

  async function attach(claim: string, input: object): Promise<void> {
    await explored.ask(
      'mutation ($input: AttachSourceInput!) { attachSource(input: $input) { userErrors { message } } }',
      { input: { claim, ...input } },
    );
  }

  beforeAll(async () => {
    explored = await explore();
  });

  afterAll(() => explored.close());

  test('two outlets that rest on one government are told and drawn as one family', async () => {
    const explorer = await open(RELATIONS, { colorScheme: 'dark' });
    const panel = panelOf(explorer);
    await panel.getByRole('heading', { level: 2, name: 'more diverse foreign relations' }).waitFor();
    await panel.getByText('Two outlets report it, but both rest on the family of').waitFor();
    const picture = panel.getByRole('img', { name: /^2 chains for it/ });
    expect(await picture.getAttribute('aria-label')).toBe(
      '2 chains for it. UPI ← Lim Byung-chul (only reported). The Diplomat ← Government of South Korea (only reported). ' +
        'One family: Lim Byung-chul, Government of South Korea (speaks for, is part of).',
    );
    await picture.getByText('one family', { exact: true }).waitFor();
    await panel.getByText('efforts to diversify its foreign relations').waitFor();
    expect(await explorer.seriousFaults()).toEqual([]);
    await panel.getByRole('link', { name: 'Lim Byung-chul speaks for' }).click();
    await panel.getByRole('heading', { level: 2, name: 'Lim Byung-chul speaks for' }).waitFor();
    explorer.check();
    await explorer.close();
  });

  test('what others write is shown as text, denials stand against it, and both sides are weighed', async () => {
    await attach(ENVOY, {
      source: {
        new: { kind: 'ARTICLE', title: HOSTILE, url: 'https://example.org/a', partyDescribedAs: HOSTILE },
      },
      quote: { exact: HOSTILE, prefix: 'before ', suffix: ' after' },
      wording: HOSTILE,
    });
    await attach(ENVOY, {
      source: { new: { kind: 'STATEMENT', title: 'A denial', party: entity('north-korea') } },
      polarity: 'DENIES',
      own: true,
      credibility: 'FIVE',
    });
    const explorer = await open(ENVOY);
    const panel = panelOf(explorer);
    await panel.getByRole('img', { name: '1 chain against it. North Korea.' }).waitFor();
    await panel.getByRole('heading', { name: 'Affirmed and denied' }).waitFor();
    await panel.locator('mark', { hasText: HOSTILE }).waitFor();
    const address = panel.getByRole('link', { name: 'example.org' });
    expect(await address.getAttribute('rel')).toBe('noreferrer noopener');
    expect(await explorer.page.locator('img').count()).toBe(0);
    expect(await explorer.seriousFaults()).toEqual([]);
    explorer.check();
    await explorer.close();
  });

  test('what one source says is withdrawn with a reason and shown again on demand; then another claim takes the place', async () => {
    const explorer = await open(NUMBER_TWO);
    const { page } = explorer;
    const panel = panelOf(explorer);
    await panel.getByRole('button', { name: /^Withdraw ….*The Diplomat/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw what The Diplomat says' });
    await dialog.getByText('This cannot be undone').waitFor();
    const action = dialog.getByRole('button', { name: 'Withdraw it' });
    expect(await action.isDisabled()).toBe(true);
    await dialog.getByLabel('Why').fill('Misread.');
    expect(await explorer.seriousFaults()).toEqual([]);
    await action.click();
    await panel.getByRole('status').filter({ hasText: 'is withdrawn' }).waitFor();
    await panel.getByText('Unsupported', { exact: true }).waitFor();
    await panel.getByText('Nobody says so in this view.').waitFor();
    await panel.getByRole('button', { name: 'Show 1 withdrawn one' }).click();
    await panel.getByText('does not count: it was withdrawn').waitFor();
    await panel.getByText('Made by').click();
    await panel.getByText('The Diplomat withdrawn').waitFor();

    await panel.getByRole('button', { name: 'Supersede' }).click();
    const other = page.getByRole('dialog', { name: 'Put another claim in its place' });
    await other.getByLabel('Find the other claim').fill('close aide');
    await other.getByRole('radio', { name: 'Choe Ryong Hae is a close aide' }).check();
    await other.getByLabel('Why').fill('Said better there.');
    await other.getByRole('button', { name: 'Put it in its place' }).click();
    await panel.getByText('Superseded', { exact: true }).waitFor();
    await panel.getByText('Replaced by Choe Ryong Hae is a close aide').waitFor();
    explorer.check();
    await explorer.close();
  });

  test('a citation and a question that runs are copied, and what a claim hangs on is set aside in the link', async () => {
    const explorer = await open(
      FLIGHT,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      '&true-on=2014-11',
    );
    const { page } = explorer;
    const panel = panelOf(explorer);
    const copied = async (button: string): Promise<string> => {
      await panel.getByRole('button', { name: button, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Copy' }).click();
      await dialog.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
      await page.keyboard.press('Escape');
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    const citation = await copied('Cite');
    expect(citation).toContain('turns back to Pyongyang (true on 17 Nov 2014).');
    expect(citation).toContain('- Yonhap, wire dispatch, about 17 Nov 2014, known only through others');
    expect(citation).toContain(page.url());
    const question = await copied('GraphQL');
    expect(question).toContain('validAt: "2014-11"');
    const { claim } = await explored.ask(question);
    expect(claim).toMatchObject({ status: 'SUPPORTED' });
    await panel.getByRole('button', { name: 'What if this falls?' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yonhap', exact: true }).click();
    const place = new URL(page.url()).searchParams;
    expect([place.get('fallen'), place.get('selected')]).toEqual([entity('yonhap'), `claim~${FLIGHT}`]);
    explorer.check();
    await explorer.close();
  });

  test('a claim that was not known yet leads back to today', async () => {
    const explorer = await open(FLIGHT, {}, '&known-on=2014-12-01T00:00:00.000Z');
    const panel = panelOf(explorer);
    await panel.getByText('There is no such claim as known on').waitFor();
    await panel.getByRole('button', { name: 'Look at what is known today' }).click();
    await panel.getByRole('heading', { level: 2, name: 'turns back to Pyongyang' }).waitFor();
    explorer.check();
    await explorer.close();
  });
});
