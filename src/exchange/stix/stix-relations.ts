// Claims of the graph as objects of STIX 2.1: relationships between entities, notes for values, an opinion for each denial.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { stixIdOf } from './stix-id.js';
import { headOf, listed, type StixData } from './stix-objects.js';
import {
  confidenceIn,
  denialsOf,
  lossesOfDenial,
  onlyParty,
  partyOf,
  referencesTo,
  speakerOf,
} from './stix-said.js';
import { timesOf } from './stix-moments.js';
import type { StixEntities } from './stix-entities.js';

/** The claim's own object, then those who deny it. */
export function claimObjects(
  world: ExportWorld,
  record: ClaimRecord,
  shelf: StixEntities,
  lose: Lose,
): StixData[] {
  const { claim, withdrawn, superseded } = record;
  const related = claim.object === undefined ? undefined : shelf.find(claim.object);
  const object = related ? relationship(world, record, shelf, lose) : note(world, record, shelf, lose);
  if (superseded) lose('successor of a superseded claim');
  if (withdrawn) lose('reason of a withdrawal');
  const revoked = withdrawn || superseded ? { revoked: true } : {};
  return [{ ...object, ...revoked }, ...opinions(world, record, String(object['id']), shelf, lose)];
}

function relationship(world: ExportWorld, record: ClaimRecord, shelf: StixEntities, lose: Lose): StixData {
  const { claim, recorded } = record;
  const from = claim.qualifiers.find(({ name }) => name === 'from')?.entity ?? claim.subject;
  const turned = claim.predicate === 'related_to' && from === claim.object;
  const ends = [claim.subject, claim.object ?? claim.subject].map(id => shelf.find(id)?.stixId);
  const [source, target] = turned ? ends.reverse() : ends;
  return {
    ...headOf('relationship', stixIdOf('relationship', claim.id), recorded),
    ...creator(onlyParty(world, record, 'AFFIRMS'), shelf),
    relationship_type: typeOf(record, lose),
    description: world.graph.sentenceOf(record),
    source_ref: source,
    target_ref: target,
    ...timesOf(record, 'start_time', 'stop_time', lose),
    ...confidenceIn(world, record, lose),
    ...listed('external_references', referencesTo(world, record, 'AFFIRMS', lose)),
  };
}

const TYPES: { readonly [predicate: string]: string } = { located_in: 'located-at' };

/** The predicate's words; of related_to, what the data set called it. */
function typeOf({ claim: { predicate, qualifiers } }: ClaimRecord, lose: Lose): string {
  const relation =
    predicate === 'related_to' ? qualifiers.find(({ name }) => name === 'relation')?.value : undefined;
  const told = relation !== undefined && /^[a-z0-9-]{3,250}$/.test(relation);
  for (const { name } of qualifiers) {
    if (!told || (name !== 'relation' && name !== 'from')) lose(`qualifier "${name}" but for its words`);
  }
  return told ? relation : (TYPES[predicate] ?? predicate.replaceAll('_', '-'));
}

/** A value, known or not, in words. */
function note(world: ExportWorld, record: ClaimRecord, shelf: StixEntities, lose: Lose): StixData {
  const { claim, recorded } = record;
  lose('value of a claim but for its words, which are a note');
  const time = claim.validTime === undefined ? '' : ` (${claim.validTime})`;
  return {
    ...headOf('note', stixIdOf('note', claim.id), recorded),
    ...creator(onlyParty(world, record, 'AFFIRMS'), shelf),
    content: `${world.graph.sentenceOf(record)}${time}`,
    object_refs: [shelf.find(claim.subject)?.stixId],
    ...confidenceIn(world, record, lose),
    ...listed('external_references', referencesTo(world, record, 'AFFIRMS', lose)),
  };
}

function opinions(
  world: ExportWorld,
  record: ClaimRecord,
  about: string,
  shelf: StixEntities,
  lose: Lose,
): StixData[] {
  return denialsOf(world, record).map(said => {
    const { id, certainty, wording } = said.attestation;
    lossesOfDenial(said, lose);
    if (certainty === 'POSSIBLE' || certainty === 'UNCOMMITTED') lose(`certainty ${certainty} of a denial`);
    const created = creator(partyOf(world, said), shelf);
    return {
      ...headOf('opinion', stixIdOf('opinion', id), said.recorded),
      ...created,
      ...('created_by_ref' in created ? {} : { authors: [speakerOf(world, said)] }),
      opinion: certainty === 'CERTAIN' ? 'strongly-disagree' : 'disagree',
      ...(wording === undefined ? {} : { explanation: wording }),
      object_refs: [about],
    };
  });
}

/** Only an identity can be a creator. */
function creator(party: EntityId | undefined, shelf: StixEntities): StixData {
  const found = party === undefined ? undefined : shelf.find(party);
  return found?.type === 'identity' ? { created_by_ref: found.stixId } : {};
}
