// Marks fields of claims that need the claim weighed: this is done in pieces before the field is read.
import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Work } from '../../graph/work/work.js';

const MARK = { weighed: true };

/** Put on a field of a class that stands for a claim: it has the claim's `record` and the graph it is `viewed` in. */
export const Weighed = (): MethodDecorator & PropertyDecorator => Extensions(MARK);

/** Prepares an object for the reading of a field; null for fields that need no preparation. */
export function preparation({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>):
  ((source: unknown, work: Work) => void | Promise<void>) | null {
  if (extensions['weighed'] !== true) return null;
  return (source, work) => {
    const { record, viewed } = source as { readonly record?: ClaimRecord; readonly viewed?: unknown };
    if (record && viewed instanceof ViewedGraph) return work.run(viewed.prepare(record));
  };
}
