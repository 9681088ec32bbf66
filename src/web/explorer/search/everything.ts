// What a search of everything found, in groups, and where each of them leads.
import type { ClaimLineFragment, FindAnythingQuery, SourceLineFragment } from '../api/documents.js';
import { walkFrom, type ViewState } from '../view-state/view-state.js';
import { openPage, select } from '../view-state/steps.js';
import { entityRow, moreText, type FoundEntity } from './found.js';
import { sourceName } from './source-name.js';

export type AnyFoundThing =
  | { readonly type: 'entity'; readonly found: FoundEntity }
  | { readonly type: 'claim'; readonly claim: ClaimLineFragment }
  | { readonly type: 'source'; readonly source: SourceLineFragment };

export interface AnyRow {
  readonly id: string;
  readonly text: string;
  readonly thing: AnyFoundThing;
}

export interface AnyGroup {
  readonly title: string;
  readonly rows: readonly AnyRow[];
  readonly more: string | null;
}

export function groupsOf({ search, claims, sources }: FindAnythingQuery, text: string): readonly AnyGroup[] {
  const entityRows = search.edges.map((found): AnyRow => ({
    ...entityRow(found),
    thing: { type: 'entity', found },
  }));
  const claimRows = claims.nodes.map((claim): AnyRow => ({
    id: claim.id,
    text: claim.sentence,
    thing: { type: 'claim', claim },
  }));
  const sourceRows = sources.nodes.map((source): AnyRow => ({
    id: source.id,
    text: sourceName(source),
    thing: { type: 'source', source },
  }));
  return [
    group('People, states, roles and other entities', entityRows, search.totalCount),
    group(`Claims that say “${text}”`, claimRows, claims.totalCount),
    group('Sources', sourceRows, sources.totalCount),
  ];
}

const group = (title: string, rows: readonly AnyRow[], of: number): AnyGroup => ({
  title,
  rows,
  more: moreText(rows.length, of),
});

/** An entity begins a walk, a claim one from its subject, a source opens its page. */
export function leadTo(state: ViewState, { thing }: AnyRow): ViewState {
  switch (thing.type) {
    case 'entity':
      return walkFrom(state, thing.found.node.id);
    case 'claim':
      return select(walkFrom(state, thing.claim.subject.id), 'claim', thing.claim.id);
    case 'source':
      return openPage(state, 'source', thing.source.id);
  }
}
