// An attestation as a node: who says the claim, how firmly, in which words, and on whose word.
import type { AttestationRecord } from '../../../graph/records/records.js';
import type { Lose } from '../../export/exporter.js';
import type { ExportWorld } from '../../export/export-world.js';
import { noteNode } from './claim-node.js';
import { listed, quoteNode, recordedMembers, type RdfNode } from '../rdf-node.js';

export function attestationNode(world: ExportWorld, record: AttestationRecord, lose: Lose): RdfNode {
  const { attestation, recorded, withdrawn } = record;
  const { id, claim, source, polarity, certainty, wording, locator, quote, credibility } = attestation;
  return {
    '@id': id,
    '@type': ['Attestation', 'prov:Entity'],
    says: claim,
    saidIn: source,
    polarity,
    certainty,
    wording,
    locator,
    quote: quote && quoteNode(id, source, quote),
    credibility,
    ...lineageMembers(world, record, lose),
    withdrawn: noteNode(`${id}#withdrawn`, world.viewed.lens.since(withdrawn)),
    ...recordedMembers(recorded),
  };
}

/** The lineage as last noted; as attached, too, where that was another one, since the id is made of it. */
function lineageMembers({ viewed: { lens } }: ExportWorld, record: AttestationRecord, lose: Lose): RdfNode {
  const { id, lineage, relays } = record.attestation;
  const now = lens.lineageOf(record);
  const members = { lineage: now.lineage, relays: listed(now.relays) };
  if (now === record.lineages[0]) return members;
  const between = record.lineages.slice(1).filter(note => lens.knows(note) && note !== now);
  between.forEach(() => lose('a lineage that was noted between the first and the last'));
  return {
    ...members,
    lineageAsAttached: lineage,
    relaysAsAttached: listed(relays),
    lineageNoted: { '@id': `${id}#lineage`, '@type': 'LineageNote', ...recordedMembers(now.recorded) },
  };
}
