// XML read strictly: what could blow up, fetch, or was cut off is refused with its place.
import { expect, test } from 'vitest';
import type { XmlRecord } from '../../../src/exchange/xml/xml-element.js';
import { xmlRecords } from '../../../src/exchange/xml/xml-records.js';
import type { XmlShape } from '../../../src/exchange/xml/xml-tree.js';
import { input } from '../table/reading-tables.js';

const SHAPE: XmlShape = { root: 'r', format: 'R', containers: new Set(['r']), records: new Set(['a']) };

async function recordsOf(text: string | Uint8Array, piece = 65_536): Promise<XmlRecord[]> {
  const records: XmlRecord[] = [];
  for await (const record of xmlRecords(input(text, { name: 'f.xml', piece }), SHAPE)) records.push(record);
  return records;
}

const LAUGHS = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>',
  '<r><a>&lol1;</a></r>',
].join('\n');

test.each([
  ['a billion laughs', LAUGHS, /^f\.xml, line 2, column 1: a DOCTYPE/],
  [
    'an entity from elsewhere',
    '<!DOCTYPE r SYSTEM "file:///etc/passwd">\n<r/>',
    /line 1, column 1: a DOCTYPE/,
  ],
  ['a DOCTYPE of several lines', '\n\n<!DOCTYPE r [\n<!ENTITY a "b">\n]><r/>', /line 3: a DOCTYPE/],
  [
    'an entity that XML does not have',
    '<r>\n <a>&nbsp;</a></r>',
    /line 2, column 10: this is no XML: undefined entity/,
  ],
  ['a file that breaks off', '<r><a x="1">', /line 1, column 12: this is no XML: unclosed tag/],
  ['tags that cross', '<r><a></b></r>', /line 1, column 10: this is no XML: unexpected close tag/],
  ['a control character', '<r><a>\u0001</a></r>', /column 7: this is no XML: disallowed character/],
  ['a control character by number', '<r><a>&#1;</a></r>', /this is no XML: malformed character entity/],
  ['an attribute that comes twice', '<r><a x="1" x="2"/></r>', /this is no XML: duplicate attribute: x/],
  ['two roots', '<r/><r/>', /this is no XML/],
  ['another root', '<s/>', /this is no R: it begins with <s>, and <r> is expected/],
  ['a text', 'hello', /line 1, column 6: this is no XML: text data outside of root/],
  ['JSON', '{"r": 1}', /this is no XML/],
  [
    'another encoding',
    '<?xml version="1.0" encoding="ISO-8859-1"?><r/>',
    /says that it is written in ISO-8859-1/,
  ],
  ['bytes that are no UTF-8', Buffer.from([0x3c, 0x72, 0x3e, 0xff]), /not UTF-8/],
  ['elements too deep', `<r>${'<b>'.repeat(100)}`, /more than 100 deep/],
  [
    'too many attributes',
    `<r><a ${Array.from({ length: 101 }, (_, n) => `x${n}=""`).join(' ')}/></r>`,
    /more than 100 attributes/,
  ],
  ['an endless text', `<r><a>${'x'.repeat(8_100_000)}`, /more than 8 million characters/],
  ['an endless attribute', `<r><a x="${'x'.repeat(8_100_000)}`, /more than 8 million characters/],
  ['an endless comment', `<r><!--${'x'.repeat(8_100_000)}`, /more than 8 million characters/],
  ['an endless name', `<${'x'.repeat(8_100_000)}`, /more than 8 million characters/],
  [
    'an endless DOCTYPE',
    `<!DOCTYPE r [${'<!ENTITY a "b">'.repeat(600_000)}`,
    /more than 8 million characters/,
  ],
  [
    'an endless record around others',
    `<r><a>${`<b>${'x'.repeat(9000)}</b><a/>`.repeat(1000)}`,
    /more than 8 million/,
  ],
])('%s is refused', async (_, text, message) => {
  await expect(recordsOf(text)).rejects.toThrow(message);
});

test.each([1, 7, 65_536])('records come with text, children and place, in pieces of %s', async piece => {
  const text =
    '<p:r xmlns:p="x">\n  <p:a\n x="&lt;&#228;">t<![CDATA[<u>]]>v<b/></p:a>\n<!-- c --><a><a y="2"/></a></p:r>';
  const records = await recordsOf(text, piece);
  expect(
    records.map(({ element: { name, text: own, place, children } }) => [
      name,
      own,
      place.line,
      place.column,
      children.length,
    ]),
  ).toEqual([
    ['a', 't<u>v', 2, undefined, 1],
    ['a', '', 4, 14, 0],
    ['a', '', 4, 11, 0],
  ]);
  expect(records[0]?.element.attributes.get('x')).toBe('<ä');
  expect(records[1]?.around.map(({ name }) => name)).toEqual(['r', 'a']);
});

test('attributes with the names of prototypes are plain attributes', async () => {
  const [record] = await recordsOf('<r><a __proto__="1" constructor="2"/></r>');
  expect([...(record?.element.attributes ?? [])]).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
