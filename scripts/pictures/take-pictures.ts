// Takes the pictures of the explorer that the README shows, light and dark: `npm run pictures`, once built. Needs Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../tests/fixtures/browser.js';
import { entity, explore, type Explored } from '../../tests/fixtures/explorer-page.js';

const FOLDER = 'docs/pictures';

/** What stands after the address. */
async function places(explored: Explored): Promise<Record<string, string>> {
  const filter = { object: entity('diverse-foreign-relations'), predicates: ['works_towards'] };
  const { claims } = (await explored.ask(
    'query Q($filter: ClaimFilter) { claims(filter: $filter) { nodes { id } } }',
    {
      filter,
    },
  )) as { claims: { nodes: { id: string }[] } };
  const claim = claims.nodes[0]?.id ?? '';

  return {
    start: '/',
    claim: `/?walk=${entity('north-korea')}~39&selected=claim~${claim}`,
    paths: `/?from=${entity('kim-jong-un')}&to=${entity('putin')}`,
  };
}

const browser = launchBrowser();
const explored = await explore([], browser);
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, at] of Object.entries(await places(explored))) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const opened = await explored.open(at, { colorScheme });
      const { page } = opened;
      await page.locator('[data-ready="true"]').first().waitFor();
      await page.waitForLoadState('networkidle');
      const path = join(FOLDER, `${name}-${colorScheme}.png`);
      await page.screenshot({ path });
      console.log(path);
      await opened.close();
    }
  }
} finally {
  await explored.close();
  await (await browser).close();
}
