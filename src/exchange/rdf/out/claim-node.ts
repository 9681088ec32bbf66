// A claim as a node: reified, since it has qualifiers, times and a history, and as a plain triple in a graph of its own.
import { isPartlyRedacted, type Qualifier } from '../../../domain/claim.js';
import type { ClaimRecord, Withdrawal } from '../../../graph/records/records.js';
import type { ExportWorld } from '../../export/export-world.js';
import { listed, recordedMembers, valueNode, writtenId, type NodeValue, type RdfNode } from '../rdf-node.js';

export function claimNode(world: ExportWorld, record: ClaimRecord): RdfNode {
  const { claim, withdrawn, superseded, recorded } = record;
  const { lens } = world.viewed;
  const { id } = claim;
  const by = lens.since(superseded)?.by;
  return {
    '@id': id,
    '@type': ['Claim', 'rdf:Statement'],
    label: world.graph.sentenceOf(record),
    ...propositionMembers(record),
    redacted: isPartlyRedacted(claim) ? true : undefined,
    assertion: { '@id': `${id}#assertion`, '@graph': [assertedTriple(record)] },
    ...supportMembers(world, record),
    withdrawn: noteNode(`${id}#withdrawn`, lens.since(withdrawn)),
    supersededBy: by,
    superseded: noteNode(`${id}#superseded`, lens.since(superseded)),
    ...recordedMembers(recorded),
  };
}

export function propositionMembers({ claim }: ClaimRecord): RdfNode {
  const { id, subject, predicate, object, value, validTime, qualifiers } = claim;
  const unknown = value?.type === 'SOME_VALUE' || value?.type === 'NO_VALUE' ? value.type : undefined;
  return {
    subject: writtenId(subject),
    predicate: `p:${predicate}`,
    object: unknown === undefined ? objectOf(object, value) : undefined,
    unknown,
    validTime,
    qualifier: listed(qualifiers.map((one, index) => qualifierNode(`${id}#qualifier-${index + 1}`, one))),
  };
}

/** Subject, predicate and object as they stand, without qualifiers and time. */
export const assertedTriple = ({ claim }: ClaimRecord): RdfNode => ({
  '@id': writtenId(claim.subject),
  [`p:${claim.predicate}`]: objectOf(claim.object, claim.value),
});

const objectOf = (object: string | undefined, value: ClaimRecord['claim']['value']): NodeValue =>
  object !== undefined ? { '@id': writtenId(object) } : value === undefined ? undefined : valueNode(value);

const qualifierNode = (id: string, { name, entity, value }: Qualifier): RdfNode => ({
  '@id': id,
  '@type': 'Qualifier',
  qualifierName: name,
  qualifierEntity: entity === undefined ? undefined : writtenId(entity),
  qualifierValue: value,
});

/** How it stands in the view: worked out, and worked out anew by whoever reads it in again. */
function supportMembers({ viewed }: ExportWorld, record: ClaimRecord): RdfNode {
  const { independence, independent, exact, origins, attestations, denials } = viewed.supportOf(record);
  return {
    status: viewed.statusOf(record),
    independence,
    independentChains: independent,
    independentChainsExact: exact,
    origins,
    attestations,
    denials,
    contradictions: viewed.contradictionCountOf(record),
  };
}

/** Why and since when something is no longer held up. */
export const noteNode = (id: string, note: Withdrawal | null): RdfNode | undefined =>
  note === null
    ? undefined
    : { '@id': id, '@type': 'Withdrawal', reason: note.reason, ...recordedMembers(note.recorded) };
