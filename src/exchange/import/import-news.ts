// What is new in the graph for what an import carried out, in numbers.
import type { EventType } from '../../domain/event.js';
import type { Done } from '../../journal/ledger.js';

const COUNTED = {
  EntityAdded: 'entities',
  ClaimMade: 'claims',
  SourceAdded: 'sources',
  SourceAttached: 'attestations',
  NameAdded: 'names',
} as const satisfies { readonly [type in EventType]?: string };

type Counted = (typeof COUNTED)[keyof typeof COUNTED];

/** How many of each are new; `isNew` where anything at all was recorded. */
export type News = { readonly [what in Counted]: number } & {
  readonly isNew: boolean;
  /** What was said otherwise of attestations that are known, and is not kept: `certainty`, `wording`, `locator`, `credibility`. */
  readonly unkept: readonly string[];
};

/** What came of the commands of a record. */
export function newsOf(done: readonly Done[]): News {
  const counts = { entities: 0, claims: 0, sources: 0, attestations: 0, names: 0 };
  let isNew = false;
  const unkept = new Set<string>();
  for (const one of done) {
    for (const { event } of one.events) {
      isNew = true;
      const what = event.type in COUNTED ? COUNTED[event.type as keyof typeof COUNTED] : null;
      if (what !== null) counts[what] += 1;
    }
    for (const part of one.unkept ?? []) unkept.add(part);
  }
  return { ...counts, isNew, unkept: [...unkept] };
}
