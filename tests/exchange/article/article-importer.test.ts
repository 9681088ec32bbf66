// Articles read: the words of a page in paragraphs, what it says of itself, and files that are refused in words.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { KeepText } from '../../../src/domain/command.js';
import { InvalidInput } from '../../../src/domain/refusal.js';
import { articleImporter, type ArticleDescription } from '../../../src/exchange/article/article-importer.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { importDamaged } from '../import/damaged-import.js';

const PAGE = readFileSync('tests/exchange/article/samples/page.html', 'utf8');

async function read(content: string | Uint8Array, name = 'a.html', described: ArticleDescription = {}) {
  const input = {
    name,
    // eslint-disable-next-line @typescript-eslint/require-await -- as a file is read
    open: async function* () {
      yield Buffer.from(content);
    },
  };
  const commands = [];
  for await (const item of articleImporter(described).read(input)) {
    if ('commands' in item) commands.push(...item.commands);
  }
  return commands.at(-1) as KeepText;
}

const textOf = async (body: string): Promise<string> => (await read(`<title>t</title>${body}`)).text;

test('a page is its article’s words, in paragraphs parted by blank lines', async () => {
  const { text } = await read(PAGE);
  expect(text.split('\n\n')).toEqual([
    'An envoy sets out',
    'Choe Ryong Hae left for Moscow on Monday,\nan office said.',
    'First of two.',
    'Second of two.',
    'North Korea',
    'one',
    'two & three <b>',
  ]);
});

test('title, day and address are what the page says of itself', async () => {
  expect((await read(PAGE)).source.new).toEqual({
    kind: 'ARTICLE',
    title: 'An envoy sets out',
    url: 'https://example.org/news/envoy',
    publishedAt: '2014-11-17',
  });
});

test('what is given counts more than what the page says', async () => {
  const given = { kind: 'POST', title: 'T', url: 'https://example.org/b', publishedAt: '2015' } as const;
  expect((await read(PAGE, 'a.html', given)).source.new).toEqual(given);
});

test.each([
  ['by meta elements', '<meta name="DC.title" content="M"><title>T</title>', { title: 'M' }],
  ['by its title', '<title> A\n title </title>', { title: 'A title' }],
  [
    'never by damaged JSON-LD',
    '<script type="application/ld+json">{"</script><title>T</title>',
    { title: 'T' },
  ],
  [
    'never by an address of another scheme',
    '<meta property="og:url" content="javascript:1"><title>T</title>',
    { title: 'T' },
  ],
  ['never by a day that is none', '<meta name="date" content="2014-13-45"><title>T</title>', { title: 'T' }],
  [
    'to the day',
    '<meta name="date" content="2014-11-18 10:00"><title>T</title>',
    { title: 'T', publishedAt: '2014-11-18' },
  ],
  ['with __proto__ harmless', '<meta name="__proto__" content="x"><title>T</title>', { title: 'T' }],
])('a page is described %s', async (_, head, expected) => {
  expect((await read(`<html><head>${head}</head><body>words</body></html>`)).source.new).toEqual({
    kind: 'ARTICLE',
    ...expected,
  });
});

test.each([
  ['the one main element where there is no article', 'out<main>in</main>', 'in'],
  ['all of it where there are several articles', '<article>a</article><article>b</article>', 'a\n\nb'],
  ['words without blanks where markup has none', 'a<i>b</i>c', 'abc'],
])('words are taken of %s', async (_, body, expected) => {
  expect(await textOf(body)).toBe(expected);
});

test('a page as deep as it likes is read', async () => {
  expect(await textOf(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
});

test('plain text is kept as it is, but for line ends and what cannot be shown', async () => {
  const { text } = await read('\uFEFFOne\r\ntwo.\r\n\r\nThree\u0007\u202E.\r\n', 'a.txt', { title: 'T' });
  expect(text).toBe('One\ntwo.\n\nThree.');
});

test.each([
  [
    'a file that is not UTF-8',
    Buffer.from([0x61, 0xff, 0xfe]),
    'a.txt',
    /a\.txt, line 1: bytes that are not UTF-8/,
  ],
  ['UTF-16', Buffer.from('\uFEFFhello', 'utf16le'), 'a.txt', /is UTF-16/],
  [
    'a page of another character set',
    '<meta charset="euc-kr"><title>T</title>x',
    'a.html',
    /it is euc-kr.*iconv/,
  ],
  [
    'the same in the old form',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">x',
    'a.html',
    /windows-1251/,
  ],
  ['a page without words', '<title>T</title><script>x</script>', 'a.html', /a\.html: The text is empty/],
  ['a text without title or address', 'words', 'a.txt', /neither title nor address/],
  ['a file that is too long', 'x'.repeat(10_000_001), 'a.txt', /more than 10000000 characters/],
])('%s is refused in words', async (_, content, name, words) => {
  const refusal: unknown = await read(content, name).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect((refusal as InvalidInput).message).toMatch(words);
  expect((refusal as InvalidInput).place.file).toBe(name);
});

test('two hundred damaged pages are kept or refused whole, and nothing breaks', async () => {
  const importer = articleImporter({ title: 'T' });
  const { faults } = await importDamaged(importer, builtInVocabulary(), Buffer.from(PAGE), { count: 200 });
  expect(faults).toEqual([]);
}, 60_000);
