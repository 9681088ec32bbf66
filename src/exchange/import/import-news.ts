// What is new in the graph for what an import carried out, in numbers.
import type { EventType } from '../../domain/event.js';
import type { Done } from '../../journal/ledger.js';

type Counted = 'entities' | 'claims' | 'sources' | 'attestations' | 'names';

const COUNTED: { readonly [type in EventType]?: Counted } = {
  EntityAdded: 'entities',
  ClaimMade: 'claims',
  SourceAdded: 'sources',
  SourceAttached: 'attestations',
  NameAdded: 'names',
};

/** How many of each are new; `isNew` where anything at all was recorded. */
export type ImportNews = { readonly [what in Counted]: number } & {
  readonly isNew: boolean;
  /** What was said otherwise of attestations that are known, and is not kept: `certainty`, `wording`, `locator`, `credibility`. */
  readonly unkept: readonly string[];
};

/** Most records say nothing otherwise: no set is made for that. */
const NONE: readonly string[] = Object.freeze([]);

/** What came of the commands of a record. */
export function newsOf(done: readonly Done[]): ImportNews {
  const counts = { entities: 0, claims: 0, sources: 0, attestations: 0, names: 0 };
  let isNew = false;
  let unkept = NONE;
  for (const one of done) {
    for (const { event } of one.events) {
      isNew = true;
      const what = COUNTED[event.type];
      if (what !== undefined) counts[what] += 1;
    }
    if (one.unkept && one.unkept.length > 0) unkept = [...new Set([...unkept, ...one.unkept])];
  }
  return { ...counts, isNew, unkept };
}
