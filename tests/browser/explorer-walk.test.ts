// Walks, paths, filters, the two times and what would fall: what people do with them, in the browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeInBrowser, leftOut } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const CHOE = `/?walk=${entity('choe')}~39`;
const FEW = `/?walk=${entity('choe')}~5`;
const TO_KERRY = `/?from=${entity('choe')}&to=${entity('kerry')}`;
const HOSTILE = '<img src=x onerror="window.ran=1">';

let explored: Explored;
beforeAll(async () => {
  if (!leftOut) explored = await explore();
});
afterAll(async () => (leftOut ? undefined : explored.close()));

const opened = (
  at: string,
  use: (page: Page, explorer: ExplorerPage) => Promise<void>,
  options = {},
): Promise<void> => explored.visit(at, explorer => use(explorer.page, explorer), options);

const steps = (page: Page) => page.getByRole('group', { name: 'Steps of the walk' });
const filters = (page: Page) => page.getByRole('region', { name: 'Filters' });
const shows = (page: Page, words: string) => steps(page).getByText(words).waitFor();
const drawn = (page: Page, words: string) =>
  page.locator(`[data-drawn="${words}"][data-ready=true]`).waitFor();
const isPressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describeInBrowser('a walk', () => {
  test('tells what an expansion would bring, brings it, and goes back and forth by keys', () =>
    opened(FEW, async page => {
      await shows(page, '5 of 21 claims shown');
      await drawn(page, '4 nodes, 5 edges');
      await steps(page).getByRole('button', { name: 'Expand' }).click();
      await page.getByRole('button', { name: /^All claims\s*16 to come$/ }).waitFor();
      await page.getByRole('button', { name: /^visits\s*3 to come$/ }).click();
      await shows(page, '8 of 21 claims shown');
      await drawn(page, '7 nodes, 8 edges');
      await page.keyboard.press('Control+z');
      await shows(page, '5 of 21 claims shown');
      await page.keyboard.press('Control+Shift+z');
      await shows(page, '8 of 21 claims shown');
      await page.keyboard.press('Backspace');
      await shows(page, '5 of 21 claims shown');
      await page.keyboard.press('e');
      await shows(page, '21 of 21 claims shown');
      expect(await steps(page).getByRole('button', { name: 'Expand' }).isDisabled()).toBe(true);
    }));

  test('shows all at a press, and its link opens it again', () =>
    opened(FEW, async page => {
      await isPressed(page, 'Show all');
      await shows(page, '21 of 21 claims shown');
      await opened(new URL(page.url()).search.replace(/^/, '/'), async again => {
        await drawn(again, '15 nodes, 21 edges');
        await again
          .getByRole('heading', { level: 1, name: 'Around Choe Ryong Hae' })
          .waitFor({ state: 'attached' });
      });
    }));

  test('lists the claims that no line can stand for, and selects them', () =>
    opened(`/?walk=${entity('choe-visit')}~39`, async page => {
      await isPressed(page, '1 claim with a value: in the table');
      await page.getByRole('button', { name: /lasts 7 days/ }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toContain('claim~');
    }));

  test('says so where a link leads to what is not here', () =>
    opened('/?walk=entity:nobody~39', page =>
      page.getByText('There is no such entity here. The link may come').waitFor(),
    ));
});

describeInBrowser('filters', () => {
  test('stay on through an expansion', () =>
    opened(`${CHOE}&statuses=CORROBORATED&selected=entity~${entity('russia')}`, async page => {
      await shows(page, '1 of 3 claims shown');
      await page.keyboard.press('e');
      await shows(page, '3 of 3 claims shown');
      await drawn(page, '4 nodes, 3 edges');
    }));

  test('narrow the walk with counts told before, and are cleared', () =>
    opened(CHOE, async page => {
      await filters(page).getByText('No filter is on').waitFor();
      await filters(page)
        .getByRole('checkbox', { name: /^Corroborated 2$/ })
        .check();
      await shows(page, '2 of 2 claims shown');
      await filters(page).getByText('1 filter on · 2 claims kept').waitFor();
      await filters(page)
        .getByRole('checkbox', { name: /^Supported 19$/ })
        .check();
      await filters(page)
        .getByRole('checkbox', { name: /^visits 3$/ })
        .check();
      await shows(page, '3 of 3 claims shown');
      await drawn(page, '4 nodes, 3 edges');
      await isPressed(page, 'Clear');
      await shows(page, '21 of 21 claims shown');
      await filters(page).getByRole('slider', { name: 'Fewest independent chains' }).press('ArrowRight');
      await filters(page).getByRole('slider', { name: 'Fewest independent chains' }).press('ArrowRight');
      await shows(page, '2 of 2 claims shown');
      await filters(page).getByText('at least 2').waitFor();
    }));

  test('keep what one source says, found by its words', () =>
    opened(CHOE, async page => {
      await filters(page).getByText('More filters').click();
      await filters(page).getByRole('combobox', { name: 'Find a source' }).fill('yonhap');
      await page
        .getByRole('option', { name: /Yonhap/ })
        .first()
        .click();
      await filters(page).getByText('1 filter on').waitFor();
      await filters(page)
        .getByText(/Yonhap/)
        .waitFor();
      await isPressed(page, 'Any source');
      await filters(page).getByText('No filter is on').waitFor();
    }));
});

describeInBrowser('paths', () => {
  test('are asked for by keys, tell the weakest step of each, and swap their ends', () =>
    opened(CHOE, async page => {
      await shows(page, '21 of 21 claims shown');
      await page.keyboard.press('p');
      await page.getByRole('combobox', { name: 'Paths from Choe Ryong Hae to' }).fill('kerry');
      await page.getByRole('option', { name: /John Kerry/ }).waitFor();
      await page.keyboard.press('Enter');
      const ways = page.getByRole('region', { name: 'Ways, step by step' });
      await ways.getByText('3 ways, shortest first').waitFor();
      await ways
        .getByRole('heading', { name: /^Way 1 · 4 steps\s*Choe Ryong Hae → .* → John Kerry$/ })
        .waitFor();
      expect(await ways.getByText('Weakest step of this way').count()).toBe(3);
      await page.getByRole('button', { name: 'Swap' }).click();
      await ways
        .getByRole('heading', { name: /Way 1 · 4 steps\s*John Kerry → .* → Choe Ryong Hae$/ })
        .waitFor();
      await ways
        .getByRole('button', { name: /Weakest step/ })
        .first()
        .click();
      await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toContain('claim~');
    }));

  test('that are not there are told with what to try', () =>
    opened(TO_KERRY, async page => {
      await page.getByLabel('At most').selectOption('2');
      await page.getByText('No way within 2 steps in this view.').waitFor();
      await isPressed(page, 'Within 4 steps');
      await page.getByText('3 ways, shortest first').waitFor();
    }));
});

describeInBrowser('the two times', () => {
  test('true on takes a date, refuses what is none, and is told on the stage', () =>
    opened(CHOE, async page => {
      await page.getByRole('button', { name: 'True on any time' }).click();
      const field = page.getByRole('textbox', { name: 'Date, month or year' });
      await field.fill('Nov 2014');
      await field.press('Enter');
      await page.getByText('such as 2014, 2014-11 or 2014-11-17').waitFor();
      await field.fill('2014-10');
      await field.press('Enter');
      await page.getByText('What may have been true in Oct 2014').waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('true-on')).toBe('2014-10');
      await page.getByRole('slider', { name: /By day/ }).press('End');
      await page.getByText('What may have been true in 31 Dec 2014').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('main').getByRole('button', { name: 'Any time' }).click();
      await page.getByRole('button', { name: 'True on any time' }).waitFor();
    }));

  test('as known on goes back before anything was recorded, and returns to today', () =>
    opened(CHOE, async page => {
      await page.getByRole('button', { name: 'As known on today' }).click();
      await page.getByLabel('Date and time, in your own time zone').fill('2020-01-01T12:00');
      await isPressed(page, 'Set');
      await page.getByText('There was no such entity here by then.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('main').getByRole('button', { name: 'As known today' }).first().click();
      await shows(page, '21 of 21 claims shown');
    }));
});

describeInBrowser('what would fall', () => {
  test('is told above the graph, listed, and stopped', () =>
    opened(`${CHOE}&fallen=${entity('upi')}`, async page => {
      const bar = page.getByRole('region', { name: 'What would fall' });
      await bar
        .getByText(/^If the word of UPI falls: \d+ claims lose all support, \d+ drop to one chain\.$/)
        .waitFor();
      await bar.getByRole('button', { name: 'List them' }).click();
      await bar.getByRole('button', { name: /arrives in Russia/ }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('selected')).toContain('claim~');
      await bar.getByRole('button', { name: 'Stop asking what falls' }).click();
      await bar.waitFor({ state: 'detached' });
    }));
});

describeInBrowser('what would fall with a whole family', () => {
  test('is asked for with a tick, told at once, and kept in the link', () =>
    opened(`${CHOE}&fallen=${entity('south-korea-government')}`, async page => {
      const bar = page.getByRole('region', { name: 'What would fall' });
      const told = bar
        .getByRole('status')
        .filter({ hasText: 'If the word of Government of South Korea falls:' });
      const alone = await told.textContent();
      await bar.getByLabel('with its whole family').check();
      await expect.poll(() => told.textContent()).not.toBe(alone);
      expect(await told.textContent()).toMatch(/[1-9]\d* claims? loses? all support/);
      expect(new URL(page.url()).searchParams.get('family')).toBe('too');
    }));
});

describeInBrowser('for everybody', () => {
  test('axe finds nothing serious on a walk and on paths, light and dark', () =>
    opened(`${CHOE}&fallen=${entity('upi')}&true-on=2014-11`, async (page, explorer) => {
      const isSound = async (): Promise<void> => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await explorer.seriousFaults()).toEqual([]);
        }
      };
      await shows(page, 'claims shown');
      await isPressed(page, 'List them');
      await page.getByRole('button', { name: /^True on/ }).click();
      await page.getByRole('slider', { name: /By day/ }).waitFor();
      await isSound();
      await page.goto(explored.url + TO_KERRY);
      await page.getByText('3 ways, shortest first').waitFor();
      await isSound();
    }));

  test('on a phone the filters are folded away and the ways are read down the page', () =>
    opened(
      TO_KERRY,
      async page => {
        await page.getByText('3 ways, shortest first').waitFor();
        expect(await page.getByText('How firm').isVisible()).toBe(false);
        await filters(page).getByText('Filters', { exact: true }).click();
        await page.getByText('How firm').waitFor();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  test('markup in names is text on walks, paths and in what would fall', async () => {
    const { subject, source } = await recordHostile();
    for (const at of [`/?walk=${subject}~39&fallen=${source}`, `/?from=${subject}&to=${entity('choe')}`]) {
      await opened(at, async page => {
        await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor({ state: 'attached' });
        await page.locator('[data-ready=true]').waitFor();
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.evaluate<boolean>('"ran" in window')).toBe(false);
      });
    }
  });
});

const HOSTILE_ENTITY = `mutation ($label: String!) {
  addEntity(input: { kind: PERSON, label: $label }) { entity { id } }
}`;
const HOSTILE_CLAIM = `mutation ($subject: ID!, $object: ID!) {
  makeClaim(input: { subject: $subject, predicate: "meets", object: $object }) { claim { id } }
}`;
const HOSTILE_SOURCE = `mutation ($claim: ID!, $title: String!) {
  attachSource(input: {
    claim: $claim
    own: true
    source: { new: { kind: ARTICLE, title: $title, partyDescribedAs: $title } }
    quote: { exact: $title }
  }) { attestation { source { id } } }
}`;

/** Someone whose name is markup meets Putin, as an article titled in markup says. */
async function recordHostile(): Promise<{ subject: string; source: string }> {
  const { addEntity } = (await explored.ask(HOSTILE_ENTITY, { label: HOSTILE })) as {
    addEntity: { entity: { id: string } };
  };
  const subject = addEntity.entity.id;
  const { makeClaim } = (await explored.ask(HOSTILE_CLAIM, { subject, object: entity('putin') })) as {
    makeClaim: { claim: { id: string } };
  };
  const { attachSource } = (await explored.ask(HOSTILE_SOURCE, {
    claim: makeClaim.claim.id,
    title: HOSTILE,
  })) as { attachSource: { attestation: { source: { id: string } } } };
  return { subject, source: attachSource.attestation.source.id };
}
