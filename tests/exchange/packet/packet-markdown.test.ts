// The evidence packet as Markdown, judged by a parser that is not ours and allows everything.
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { inMarkdown } from '../../../src/exchange/packet/markdown-text.js';
import { packetMarkdownExporter } from '../../../src/exchange/packet/packet-markdown.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { exported } from '../export/exported.js';
import { HOSTILE, hostileWorld } from './hostile-claim.js';

const PARSER = new MarkdownIt({ html: true, linkify: true });

const packetOf = async (world: ExportWorld): Promise<string> =>
  (await exported(world, packetMarkdownExporter)).texts['packet.md'] ?? '';

/** All tokens, those within lines too. */
const tokensOf = (markdown: string) =>
  PARSER.parse(markdown, {}).flatMap(token => [token, ...(token.children ?? [])]);

async function diverse(only = 1): Promise<ExportWorld> {
  const { ledger } = await openLoadedLedger();
  const claims = [...ledger.graph.claims()].filter(({ claim }) => claim.predicate === 'works_towards');
  return new ExportWorld(
    new ViewedGraph(ledger.graph),
    claims.slice(0, only).map(({ claim }) => claim.id),
  );
}

test('a page tells sentence, status, chains, what falls, who says it and as of when', async () => {
  const text = await packetOf(await diverse());
  const shown = tokensOf(text);
  const headings = shown.flatMap(({ type }, at) =>
    type === 'heading_open' ? (shown[at + 1]?.content ?? '') : [],
  );
  expect(headings.slice(0, 5)).toEqual([
    'North Korea works towards more diverse foreign relations',
    'On whose word',
    'Against it',
    'What falls if',
    'Who says it',
  ]);
  expect(text).toContain('**Supported.** Several chains');
  expect(text).toMatch(/1\. \*\*UPI\*\* .* ← \*\*Lim Byung-chul\*\*/);
  expect(text).toContain(
    '**Government of South Korea**, with its family, is wrong: This claim loses all support.',
  );
  expect(text).toContain('> **“attempt to diversify its external relations”**');
  expect(text).toContain('Lim Byung-chul speaks for Unification Ministry of South Korea');
  expect(text).toMatch(/_As of place \d+ in the journal/);
});

test('several claims are a page each', async () => {
  const world = await diverse(2);
  const titles = tokensOf(await packetOf(world)).filter(
    ({ type, tag }) => type === 'heading_open' && tag === 'h1',
  );
  expect(titles).toHaveLength(world.only?.length ?? 0);
});

test('without a claim there is nothing to be said', async () => {
  const { ledger } = await openLoadedLedger();
  const world = new ExportWorld(new ViewedGraph(ledger.graph));
  await expect(packetOf(world)).rejects.toThrow('name it with --claim');
});

test('hostile names, quotes, titles and reasons are text and nothing else', async () => {
  const { world } = await hostileWorld();
  const tokens = tokensOf(await packetOf(world));
  const types = new Set(tokens.map(({ type }) => type));
  for (const type of ['html_block', 'html_inline', 'image', 'code_inline', 'fence', 's_open', 'hr']) {
    expect(types).not.toContain(type);
  }
  const links = tokens.filter(({ type }) => type === 'link_open').map(token => token.attrGet('href'));
  expect(links).toEqual(['https://example.org/a?b=1&lt;c=(x)%22onclick=%3C']);
  expect(tokens.filter(({ type }) => type === 'table_open')).toHaveLength(1);
});

describe('as Markdown shows what it was', () => {
  test.each([...HOSTILE, '1. a', '12) b', '= c', '2014-11~', 'a_b_c', '$x$', ':smile:'])('%s', text => {
    const [open, inline, close, ...more] = PARSER.parse(inMarkdown(text), {});
    expect([open?.type, close?.type, more]).toEqual(['paragraph_open', 'paragraph_close', []]);
    const shown = (inline?.children ?? []).map(({ type, content }) => [type, content] as const);
    expect(new Set(shown.map(([type]) => type))).toEqual(new Set(['text']));
    expect(shown.map(([, content]) => content).join('')).toBe(text.replace(/\s+/g, ' '));
  });
});
