// A claim as attributes of a graph file: its content, and how it stands in the view that is exported.
import type { ExportWorld } from '../export/export-world.js';
import type { Lose } from '../export/exporter.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { EdgeAttribute, StandingAttribute } from './own-names.js';

export type Cells<Name extends string> = { readonly [name in Name]: string | number | boolean | undefined };

export const edgeCells = (world: ExportWorld, record: ClaimRecord): Cells<EdgeAttribute> => ({
  label: world.graph.vocabulary.predicateOrPlain(record.claim.predicate).label,
  predicate: record.claim.predicate,
  sentence: world.graph.sentenceOf(record),
  valid_time: record.claim.validTime,
  qualifiers: record.claim.qualifiers.length === 0 ? undefined : JSON.stringify(record.claim.qualifiers),
  ...standingOf(world, record),
});

/** A claim without an object, as a part of the JSON in the node of its subject. */
export const valueJson = (world: ExportWorld, record: ClaimRecord): object => ({
  id: record.claim.id,
  predicate: record.claim.predicate,
  sentence: world.graph.sentenceOf(record),
  value: record.claim.value,
  valid_time: record.claim.validTime,
  qualifiers: record.claim.qualifiers,
  ...standingOf(world, record),
});

function standingOf({ viewed }: ExportWorld, record: ClaimRecord): Cells<StandingAttribute> {
  const support = viewed.supportOf(record);
  return {
    status: viewed.statusOf(record),
    independence: support.independence,
    independent: support.independent,
    independent_exact: support.exact,
    origins: support.origins,
    certainty: support.certainty ?? undefined,
    attestations: support.attestations,
    denials: support.denials,
    contradictions: viewed.contradictionCountOf(record),
    withdrawn: viewed.lens.since(record.withdrawn)?.reason,
    superseded_by: viewed.lens.since(record.superseded)?.by,
  };
}

/** Notes what no graph file of ours holds: who says the claims. */
export function loseSayers(world: ExportWorld, lose: Lose): void {
  for (const _ of world.sources()) lose('sources');
  for (const claim of world.claims()) {
    for (const _ of world.attestationsOf(claim)) lose('attestations: who says a claim, and in which words');
  }
}
