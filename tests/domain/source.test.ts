// Sources: the same address, or else the same content, is the same source.
import { describe, expect, test } from 'vitest';
import { sourceId, type SourceDescription } from '../../src/domain/source.js';

const ARTICLE: SourceDescription = {
  kind: 'ARTICLE',
  title: 'An article',
  publishedAt: '2014-11-18',
  party: 'entity:upi',
};
const PAGE = { ...ARTICLE, url: 'https://example.org/article' };

test('the same content is the same source', () => {
  expect(sourceId({ ...ARTICLE })).toBe(sourceId(ARTICLE));
});

describe('another source comes of another', () => {
  test.each<[string, Partial<SourceDescription>]>([
    ['kind', { kind: 'WIRE' }],
    ['title', { title: 'Another article' }],
    ['time', { publishedAt: '2014-11-19' }],
    ['party', { party: 'entity:ap' }],
    ['description of an unnamed party', { partyDescribedAs: 'a diplomat' }],
    ['address', { url: 'https://example.org/' }],
  ])('%s', (_, change) => {
    expect(sourceId({ ...ARTICLE, ...change })).not.toBe(sourceId(ARTICLE));
  });
});

test('an address alone tells which source it is', () => {
  expect(sourceId({ ...PAGE, title: 'Another title' })).toBe(sourceId(PAGE));
});

test('the file that holds the text does not count', () => {
  expect(sourceId({ ...ARTICLE, textFile: 'a.txt' })).toBe(sourceId(ARTICLE));
});
