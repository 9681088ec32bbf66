// The pages and panels of entities and sources, and two sources compared: what people do there, on the sample.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const HOSTILE = '<img src=x onerror="window.ran=1">';

describeInBrowser('entities and sources', () => {
  let explored: Explored;
  /** Ids of the two articles of the sample. */
  let upi: string;
  let diplomat: string;

  beforeAll(async () => {
    explored = await explore();
    const { sources } = (await explored.ask(
      '{ sources(first: 100) { nodes { id held party { label } } } }',
    )) as { sources: { nodes: { id: string; held: boolean; party: { label: string } | null }[] } };
    const articleOf = (label: string): string =>
      sources.nodes.find(({ held, party }) => held && party?.label === label)?.id ?? '';
    [upi, diplomat] = [articleOf('UPI'), articleOf('The Diplomat')];
  });
  afterAll(() => explored.close());

  const opened: Explored['visit'] = (...visit) => explored.visit(...visit);
  const heading = ({ page }: ExplorerPage, name: string | RegExp) => page.getByRole('heading', { name });
  const button = ({ page }: ExplorerPage, name: string | RegExp) => page.getByRole('button', { name });
  const placed = ({ page }: ExplorerPage, name: string): string | null =>
    new URL(page.url()).searchParams.get(name);

  test('the page of a person has its names, its offices over time, and what is said about it', () =>
    opened(`/?entity=${entity('choe')}`, async explorer => {
      const { page } = explorer;
      await page.getByRole('heading', { level: 1, name: 'Choe Ryong Hae' }).waitFor();
      expect(await page.getByText('최룡해').getAttribute('lang')).toBe('ko');
      const offices = page.getByRole('region', { name: 'Offices over time' });
      await offices
        .getByRole('button', { name: /number two Supported 1 chain said as probable · Nov 2014/ })
        .waitFor();
      const about = page.getByRole('region', { name: 'What is said about it' });
      await about.getByText('21 claims', { exact: true }).first().waitFor();
      await about.getByLabel('Words').fill('moscow');
      await about.getByText('5 of 21 claims').waitFor();
      await about.getByLabel('Words').fill('qqqq');
      await about.getByText('No claim about it has these words.').waitFor();
      await about.getByLabel('Words').fill('');
      await about.getByLabel('Predicate').selectOption('visits (3)');
      await about.getByText('3 of 21 claims').waitFor();
      await about.getByRole('button', { name: /visits Khabarovsk/ }).click();
      await page.getByRole('complementary', { name: 'Selected claim' }).waitFor();
      await button(explorer, 'Walk from here').first().click();
      await expect.poll(() => placed(explorer, 'walk')).toContain(entity('choe'));
    }));

  test('a claim is made from the page of an entity, and goes on to its source', () =>
    opened(`/?entity=${entity('kerry')}`, async explorer => {
      const { page } = explorer;
      await button(explorer, 'Make a claim').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^Record/ }).click();
      await dialog.locator('[data-wrong]').first().waitFor();
      await dialog.getByLabel('What it says').selectOption('meets');
      await dialog.getByRole('combobox', { name: /whom or what$/ }).fill('miller');
      await page.getByRole('option', { name: /Matthew Miller/ }).click();
      await dialog.getByRole('button', { name: /^Record/ }).click();
      await dialog.getByText('It rests on nothing until a source is attached.').waitFor();
      await dialog.getByText('John Kerry meets Matthew Miller').waitFor();
    }));

  test('an entity at the side leads to its claims by predicate, its page, and the paths from it', () =>
    opened(`/?walk=${entity('choe')}~39&selected=entity~${entity('putin')}`, async explorer => {
      const { page } = explorer;
      const panel = page.getByRole('complementary', { name: 'Selected entity' });
      await panel.getByText('6 claims in this view').waitFor();
      await panel.getByRole('button', { name: 'Expand by holds office in 1' }).click();
      await expect.poll(() => placed(explorer, 'walk')).toContain(`${entity('putin')}~25~holds_office_in`);
      await panel.getByRole('button', { name: 'Collapse' }).click();
      await expect.poll(() => placed(explorer, 'walk')).not.toContain(entity('putin'));
      await panel.getByRole('button', { name: 'Paths to …' }).click();
      await page.getByRole('combobox', { name: 'Paths from Vladimir Putin to' }).fill('kerry');
      await page.getByRole('option', { name: /John Kerry/ }).click();
      await expect.poll(() => placed(explorer, 'to')).toBe(entity('kerry'));
      await page.goBack();
      await panel.getByRole('button', { name: 'Open page' }).click();
      await page.getByRole('heading', { level: 1, name: 'Vladimir Putin' }).waitFor();
    }));

  test('what falls with the word of an entity is told, and no more once it is pressed again', () =>
    opened(`/?entity=${entity('yonhap')}`, async explorer => {
      const ask = button(explorer, 'What if its word falls');
      await ask.click();
      await explorer.page.getByText('If the word of Yonhap falls:').waitFor();
      expect(await ask.getAttribute('aria-pressed')).toBe('true');
      await ask.click();
      await expect.poll(() => placed(explorer, 'fallen')).toBeNull();
      const own = explorer.page.getByRole('region', { name: 'What it puts out' });
      await own.getByRole('button', { name: /Wire dispatch without a title/ }).click();
      await explorer.page.getByRole('heading', { level: 1, name: 'Wire dispatch without a title' }).waitFor();
      await explorer.page.getByText(/known only through those who pass it on/).waitFor();
    }));

  test('a name that is refused says so at its field; one that is accepted is shown, as text and nothing more', () =>
    opened(`/?entity=${entity('upi')}`, async explorer => {
      const { page } = explorer;
      await button(explorer, 'Add a name').click();
      const dialog = page.getByRole('dialog', { name: 'Add a name of UPI' });
      await dialog.getByLabel('Name', { exact: true }).fill(HOSTILE);
      await dialog.getByLabel(/^Language/).fill('!!');
      await page.keyboard.press('Control+Enter');
      await dialog.getByText(/"!!" is no language tag/).waitFor();
      expect(await dialog.getByLabel(/^Language/).getAttribute('aria-invalid')).toBe('true');
      await dialog.getByLabel(/^Language/).fill('en');
      await dialog.getByRole('button', { name: 'Add the name' }).click();
      await page.getByRole('list', { name: 'Names' }).getByText(HOSTILE).waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
    }));

  test('a grade with its reason is recorded and shown', () =>
    opened(`/?entity=${entity('the-diplomat')}`, async explorer => {
      const { page } = explorer;
      await button(explorer, 'Grade as a source').click();
      await page.getByLabel('How reliable it is').selectOption('B: usually reliable');
      await page.getByLabel(/^Why/).fill('As read so far.');
      await button(explorer, 'Record the grade').click();
      await page.getByText('As a source: B: usually reliable').waitFor();
      await page.getByText('The Diplomat is graded B: usually reliable.').waitFor();
    }));

  test('the page of a source has whom it relays, what only it carries, and what it says with quotes', () =>
    opened(`/?source=${upi}`, async explorer => {
      const { page } = explorer;
      await page.getByRole('heading', { level: 1, name: /senior envoy arrives/ }).waitFor();
      await page.getByText('Someone here has this source itself.').waitFor();
      const relayed = page.getByRole('region', { name: 'Whose word it passes on' });
      await relayed.getByText(/Sergey Ryabkov.*for 4 claims/).waitFor();
      await page.getByText('37 claims would lose all support without it').waitFor();
      await heading(explorer, 'It affirms · 46').waitFor();
      await page.getByText('arrived in Russia Monday').first().waitFor();
      await relayed.getByRole('link', { name: /^Yonhap/ }).click();
      await page.getByText('It is relayed by').waitFor();
    }));

  test('a source at the side is set beside another, found by its words, and the two are swapped', () =>
    opened(`/?walk=${entity('choe')}~39&selected=source~${upi}`, async explorer => {
      const { page } = explorer;
      await button(explorer, 'Compare with …').click();
      await page.getByRole('dialog').getByRole('searchbox').fill('departs');
      await page.getByText('1 source with “departs”').waitFor();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /North Korean Official Departs/ })
        .click();
      await page.getByRole('heading', { level: 1, name: 'UPI and The Diplomat' }).waitFor();
      await page.getByText('Of 9 claims that both say, 6 rest on origins').waitFor();
      await page.getByText(/Both pass on the word of Lim Byung-chul/).waitFor();
      const onlyA = page.getByRole('region', { name: 'Only A, UPI' });
      await onlyA.getByText('37 claims', { exact: true }).waitFor();
      await onlyA.getByRole('button', { name: 'Show 12 more' }).click();
      expect(await onlyA.getByRole('listitem').count()).toBe(37);
      await button(explorer, 'Swap').click();
      await page.getByRole('region', { name: 'Only A, The Diplomat' }).waitFor();
      expect([placed(explorer, 'compare'), placed(explorer, 'with')]).toEqual([diplomat, upi]);
    }));

  test('two who are said to hold one office at one time are shown as disputed, on the role and between the sources', async () => {
    const said = await rivals(explored, 'leader-of-north-korea');
    await opened(`/?entity=${entity('leader-of-north-korea')}`, async ({ page }) => {
      const held = page.getByRole('region', { name: 'Who held it' });
      await held.getByText('Disputed').nth(1).waitFor();
      await held.getByText('the time is shaded').waitFor();
    });
    await opened(`/?compare=${said[0]}&with=${said[1]}`, async ({ page }) => {
      const against = page.getByRole('region', { name: 'Contradictory' });
      await against.getByText('Only one of them can hold').waitFor();
      await page.getByText(HOSTILE).first().waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
    });
  });

  test('an entity or a source that is not here is said to be missing', () =>
    opened(`/?source=source:000000000000000000000000`, async explorer => {
      await explorer.page.getByRole('heading', { level: 1, name: 'No such source' }).waitFor();
      await explorer.page.goto(`${explored.url}/?entity=${entity('choe')}&known-on=2001-01-01T00:00:00Z`);
      await explorer.page.getByRole('heading', { level: 1, name: 'No such entity' }).waitFor();
      await button(explorer, 'Look at what is known today').click();
      await explorer.page.getByRole('heading', { level: 1, name: 'Choe Ryong Hae' }).waitFor();
    }));

  test.each([['light'], ['dark']] as const)(
    'nothing serious stands in the way of anyone, in %s',
    colorScheme =>
      opened(
        `/?entity=${entity('choe')}&selected=entity~${entity('putin')}`,
        async explorer => {
          const { page } = explorer;
          await heading(explorer, 'In time').waitFor();
          await page.getByRole('complementary').getByText('6 claims in this view').waitFor();
          expect(await explorer.seriousFaults()).toEqual([]);
          await page.goto(`${explored.url}/?compare=${upi}&with=${diplomat}&selected=source~${upi}`);
          await heading(explorer, 'Both').waitFor();
          await heading(explorer, 'It affirms · 46').waitFor();
          expect(await explorer.seriousFaults()).toEqual([]);
          await button(explorer, 'Compare with …').click();
          await page.getByRole('dialog').getByText('14 sources').or(page.getByText('16 sources')).waitFor();
          expect(await explorer.seriousFaults()).toEqual([]);
        },
        { colorScheme },
      ),
  );
});

/** Two sources that put two persons into one office at one time; answers their ids. */
async function rivals(explored: Explored, role: string): Promise<readonly string[]> {
  const say = async (person: string, party: string, title: string): Promise<string> => {
    const { makeClaim } = (await explored.ask(
      'mutation ($input: MakeClaimInput!) { makeClaim(input: $input) { claim { id } userErrors { message } } }',
      {
        input: {
          subject: entity(person),
          predicate: 'holds_role',
          object: entity(role),
          validTime: '2013',
        },
      },
    )) as { makeClaim: { claim: { id: string } } };
    const { attachSource } = (await explored.ask(
      'mutation ($input: AttachSourceInput!) { attachSource(input: $input) { attestation { source { id } } userErrors { message } } }',
      {
        input: {
          claim: makeClaim.claim.id,
          own: true,
          source: { new: { kind: 'REPORT', title, party: entity(party) } },
          quote: { exact: HOSTILE },
        },
      },
    )) as { attachSource: { attestation: { source: { id: string } } } };
    return attachSource.attestation.source.id;
  };
  return [await say('choe', 'ap', HOSTILE), await say('hwang', 'ytn', 'A report')];
}
