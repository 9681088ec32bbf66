// How the explorer bears a large graph, in the browser, each figure beside a yardstick of the same run: `npm run bench:explorer`.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../tests/fixtures/browser.js';
import { inFolder, startServing } from '../../tests/fixtures/hearsay-process.js';
import { makeJournal } from './made-journal.js';
import { measureCanvas, measureYardstick } from './measure-canvas.js';
import { measurePages } from './measure-pages.js';
import type { Noted } from './page-probe.js';

const ENTITIES = 2_000;
const CLAIMS = 10_000;
const CLAIMS_OF_HUB = 5_000;

const figures = await inFolder(async folder => {
  const file = join(folder, 'bench.db');
  await makeJournal(file, { entities: ENTITIES, claims: CLAIMS, claimsOfHub: CLAIMS_OF_HUB });
  const server = await startServing(['--data', file]);
  const browser = await launchBrowser();
  try {
    const before = await measureYardstick(browser);
    const canvas = await measureCanvas(browser, ENTITIES, CLAIMS);
    const pages = await measurePages(browser, new URL(server.playground).origin);
    const after = await measureYardstick(browser);
    return { yardstick: { before, after }, canvas, pages };
  } finally {
    await browser.close();
    await server.end('SIGTERM');
    await rm(file, { force: true });
  }
});

const { yardstick, canvas, pages } = figures;
/** The slower one of the two: what else the machine did is taken along. */
const beside = (of: 'pan' | 'zoom', part: 'p50' | 'p95'): number =>
  Math.max(yardstick.before[of][part], yardstick.after[of][part]);
const row = (name: string, of: 'pan' | 'zoom', noted: Noted) => ({
  what: name,
  'p50 ms': noted.p50,
  'p95 ms': noted.p95,
  'p50 of an empty page': beside(of, 'p50'),
  'p95 of an empty page': beside(of, 'p95'),
  'p50 ratio': Math.round((noted.p50 / beside(of, 'p50')) * 100) / 100,
  'p95 ratio': Math.round((noted.p95 / beside(of, 'p95')) * 100) / 100,
  'longest task ms': noted.longestTask,
});
console.log(`A drawing of ${ENTITIES} nodes and ${CLAIMS} edges: time between frames`);
console.table([row('pan', 'pan', canvas.pan), row('zoom', 'zoom', canvas.zoom)]);
console.log(`The explorer over ${ENTITIES} entities and ${CLAIMS} claims`);
console.table([
  { what: 'first screen can be used', ms: pages.startUsableMs },
  { what: 'first screen has its graph', ms: pages.startDrawnMs },
  { what: `walk around a hub of ${CLAIMS_OF_HUB} claims is drawn`, ms: pages.hubDrawnMs },
  { what: `hub expanded to ${pages.expandedTo}`, ms: pages.expandMs },
  { what: 'longest task meanwhile', ms: pages.expand.longestTask },
  { what: 'the large drawing alone: drawn', ms: canvas.drawnMs },
  { what: 'the large drawing alone: arranged', ms: canvas.arrangedMs },
  { what: 'longest task meanwhile', ms: canvas.untilArranged.longestTask },
]);
console.log(JSON.stringify(figures));
