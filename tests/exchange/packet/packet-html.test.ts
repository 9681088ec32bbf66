// The evidence packet as HTML, judged by a parser of the standard's own and by a browser.
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { packetHtmlExporter } from '../../../src/exchange/packet/packet-html.js';
import { describeInBrowser, sharedBrowser } from '../../fixtures/browser.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { exported } from '../export/exported.js';
import { HOSTILE, hostileWorld } from './hostile-claim.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const packetOf = async (world: ExportWorld): Promise<string> =>
  (await exported(world, packetHtmlExporter)).texts['packet.html'] ?? '';

function elementsOf(text: string): Element[] {
  const errors: string[] = [];
  const document = parse(text, { onParseError: ({ code }) => void errors.push(code) });
  expect(errors).toEqual([]);
  const below = (node: Node): Element[] =>
    'childNodes' in node
      ? node.childNodes.flatMap(one => ('tagName' in one ? [one, ...below(one)] : []))
      : [];
  return below(document);
}

const TAGS = [
  ...[
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'article',
    'section',
    'div',
    'h1',
    'h2',
    'h3',
    'p',
    'span',
  ],
  ...['bdi', 'dl', 'dt', 'dd', 'ul', 'ol', 'li', 'a', 'blockquote', 'mark', 'strong'],
];
const ATTRIBUTES = ['lang', 'charset', 'http-equiv', 'content', 'name', 'id', 'class', 'dir', 'href', 'rel'];

test('hostile names, quotes, titles and reasons bring in no element, no attribute and no address', async () => {
  const { world } = await hostileWorld();
  const elements = elementsOf(await packetOf(world));
  expect(elements.filter(({ tagName }) => !TAGS.includes(tagName))).toEqual([]);
  const attributes = elements.flatMap(({ attrs }) => attrs);
  expect(attributes.filter(({ name }) => !ATTRIBUTES.includes(name))).toEqual([]);
  const addresses = attributes.flatMap(({ name, value }) =>
    name === 'href' && !value.startsWith('#') ? value : [],
  );
  expect(addresses).toEqual(['https://example.org/a?b=1&lt;c=(x)%22onclick=%3C']);
  const ids = attributes.flatMap(({ name, value }) => (name === 'id' ? value : []));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, value } of attributes) {
    if (name === 'href' && value.startsWith('#')) expect(ids).toContain(value.slice(1));
  }
});

describeInBrowser('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });

  async function open(world: ExportWorld) {
    const page = await browser.newPage();
    const noise: string[] = [];
    page.on('console', message => noise.push(message.text()));
    page.on('dialog', dialog => void noise.push(dialog.message()));
    page.on('request', request => noise.push(request.url()));
    await page.setContent(await packetOf(world));
    return { page, noise };
  }

  test('what is hostile is shown to the letter, nothing runs, nothing is fetched, and the style applies', async () => {
    const { world } = await hostileWorld();
    const { page, noise } = await open(world);
    const shown = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    for (const text of HOSTILE) expect(shown).toContain(text.replace(/\s+/g, ' '));
    expect(noise).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
    await page.close();
  });

  test('the policy lets no script run that someone puts in', async () => {
    const { world } = await hostileWorld();
    const page = await browser.newPage();
    const tampered = (await packetOf(world)).replace(
      '</body>',
      '<script>document.title = "ran"</script></body>',
    );
    await page.setContent(tampered);
    expect(await page.title()).not.toBe('ran');
    await page.close();
  });

  test('a claim of the first data set prints on one sheet', async () => {
    const { ledger } = await openLoadedLedger();
    const claims = [...ledger.graph.claims()].filter(({ claim }) => claim.predicate === 'works_towards');
    const { page } = await open(
      new ExportWorld(
        new ViewedGraph(ledger.graph),
        claims.slice(0, 1).map(({ claim }) => claim.id),
      ),
    );
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await page.close();
  });
});
