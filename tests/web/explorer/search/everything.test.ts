// What a search of everything found: its groups, what they leave out, and where each row leads.
import { describe, expect, test } from 'vitest';
import type { FindAnythingQuery } from '../../../../src/web/explorer/api/documents.js';
import { START } from '../../../../src/web/explorer/view-state/view-state.js';
import { groupsOf, leadTo } from '../../../../src/web/explorer/search/everything.js';
import { otherSpelling } from '../../../../src/web/explorer/search/found.js';

const ann = { id: 'entity:ann', kind: 'PERSON', label: 'Ann', description: null } as const;

const FOUND: FindAnythingQuery = {
  search: { totalCount: 3, edges: [{ matchedName: 'Anna', node: ann }] },
  claims: {
    totalCount: 1,
    nodes: [
      {
        id: 'claim:1',
        sentence: 'Ann travels',
        status: 'SUPPORTED',
        validTime: null,
        subject: ann,
        predicate: { id: 'travels', label: 'travels', symmetric: false },
        object: null,
        value: null,
      },
    ],
  },
  sources: {
    totalCount: 1,
    nodes: [
      {
        id: 'source:1',
        kind: 'WIRE',
        title: null,
        url: null,
        publishedAt: null,
        held: true,
        party: null,
        partyDescribedAs: 'a diplomat',
      },
    ],
  },
};

const groups = groupsOf(FOUND, 'ann');
const leads = (at: number) => {
  const row = groups[at]?.rows[0];
  if (!row) throw new Error(`Group ${at} has no row.`);
  return leadTo(START, row);
};

describe('what was found', () => {
  test('stands in three groups, each saying what it leaves out', () => {
    expect(groups.map(({ title, more }) => [title, more])).toEqual([
      ['People, states, roles and other entities', '1 of 3 shown. More letters find fewer.'],
      ['Claims that say “ann”', null],
      ['Sources', null],
    ]);
  });

  test('names a source without title or address by what it is', () => {
    expect(groups[2]?.rows[0]?.text).toBe('Untitled wire dispatch');
  });

  test('tells the spelling that matched where it is another than the one shown', () => {
    expect(otherSpelling({ matchedName: 'Anna', node: ann })).toBe('Anna');
    expect(otherSpelling({ matchedName: 'Ann', node: ann })).toBeNull();
  });
});

describe('picking', () => {
  test('an entity begins a walk there', () => {
    expect(leads(0).stage).toMatchObject({ at: 'walk', steps: [{ entity: 'entity:ann' }] });
  });

  test('a claim begins a walk at its subject and selects the claim', () => {
    expect(leads(1)).toMatchObject({
      stage: { at: 'walk', steps: [{ entity: 'entity:ann' }] },
      selected: { type: 'claim', id: 'claim:1' },
    });
  });

  test('a source opens its page', () => {
    expect(leads(2).stage).toEqual({ at: 'source', id: 'source:1' });
  });
});
