// Search through the API: each row says which spelling matched, and why.
import { expect, test } from 'vitest';
import { MATCH_REASONS } from '../../../src/graph/names/name-match.js';
import { openTinyApi } from '../tiny-api.js';

test.each([
  ['Choe Ryong Hae', 'EXACT'],
  ['choe ryonghae', 'FOLDED'],
  ['Choi Yong-hae', 'ROMANISATION'],
  ['최룡해', 'ROMANISATION'],
  ['choe ryong', 'WORDS'],
])('"%s" finds Choe Ryong Hae: %s', async (text, matchedBy) => {
  const api = await openTinyApi();
  const { search } = await api.ask(
    'query($text: String!) { search(text: $text) { edges { matchedName matchedBy node { id } } } }',
    { text },
  );
  expect(search.edges[0]).toEqual({ matchedName: 'Choe Ryong Hae', matchedBy, node: { id: 'entity:choe' } });
});

test('the API knows every reason there is', async () => {
  const api = await openTinyApi();
  const { __type } = await api.ask('{ __type(name: "MatchReason") { enumValues { name } } }');
  expect(__type.enumValues.map((value: { name: string }) => value.name)).toEqual(MATCH_REASONS);
});
