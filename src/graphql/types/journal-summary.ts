// An entry of the journal in plain words, and the id of what it is about.
import type { Event, EventType } from '../../domain/event.js';
import type { SourceDescription } from '../../domain/source.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';

/** What the event recorded, in one line. Names are those of today. */
export function summaryOf(graph: ClaimGraph, event: Event): string {
  switch (event.type) {
    case 'EntityAdded':
      return `Added ${event.entity.label} (${event.entity.kind.toLowerCase()})`;
    case 'EntityDescribed':
      return `Described ${event.entity.label} (${event.entity.kind.toLowerCase()}), known only by reference before`;
    case 'NameAdded':
      return `${graph.labelOf(event.entity)} is also called “${event.name.text}”`;
    case 'ClaimMade':
      return `Made the claim: ${sentence(graph, event.claim.id)}`;
    case 'SourceAdded':
      return `Added the source: ${sourceWords(graph, event.source)}`;
    case 'SourceHeld':
      return `Now held itself: ${sourceById(graph, event.source)}`;
    case 'TextKept':
      return `Kept its text (${event.characters} characters): ${sourceById(graph, event.source)}`;
    case 'SourceAttached': {
      const { source, polarity, claim } = event.attestation;
      const verb = polarity === 'AFFIRMS' ? 'says' : 'denies';
      return `Attached: ${sourceById(graph, source)} ${verb}: ${sentence(graph, claim)}`;
    }
    case 'LineageRecorded':
      return `Noted the lineage ${event.lineage}: ${attested(graph, event.attestation)}`;
    case 'AttestationWithdrawn':
      return `Withdrew: ${attested(graph, event.id)} (${event.reason})`;
    case 'ClaimWithdrawn':
      return `Withdrew the claim: ${sentence(graph, event.id)} (${event.reason})`;
    case 'ClaimSuperseded':
      return `Replaced the claim: ${sentence(graph, event.id)}, by: ${sentence(graph, event.by)} (${event.reason})`;
    case 'PartyGraded':
      return `Graded ${graph.labelOf(event.party)} ${event.reliability}${because(event.reason)}`;
    case 'IdentityJudged': {
      const both = `${graph.labelOf(event.a)} and ${graph.labelOf(event.b)}`;
      return `Judged ${both}: ${event.judgement}${because(event.reason)}`;
    }
    case 'Redacted':
      return `Redacted ${event.what} of entry ${event.seq}${because(event.reason)}`;
  }
}

/** The entity, claim, source or attestation that an event is about. */
export function subjectOf(event: Event): string {
  switch (event.type) {
    case 'EntityAdded':
    case 'EntityDescribed':
      return event.entity.id;
    case 'NameAdded':
      return event.entity;
    case 'ClaimMade':
      return event.claim.id;
    case 'SourceAdded':
      return event.source.id;
    case 'SourceHeld':
    case 'TextKept':
      return event.source;
    case 'SourceAttached':
      return event.attestation.id;
    case 'LineageRecorded':
      return event.attestation;
    case 'AttestationWithdrawn':
    case 'ClaimWithdrawn':
    case 'ClaimSuperseded':
      return event.id;
    case 'PartyGraded':
      return event.party;
    case 'IdentityJudged':
      return event.a;
    case 'Redacted':
      return String(event.seq);
  }
}

const OF_CLAIMS: readonly EventType[] = ['ClaimMade', 'ClaimWithdrawn', 'ClaimSuperseded'];
const OF_ATTESTATIONS: readonly EventType[] = ['SourceAttached', 'LineageRecorded', 'AttestationWithdrawn'];

/** The attestation that an event is about. */
export const attestationOf = (event: Event): string | null =>
  OF_ATTESTATIONS.includes(event.type) ? subjectOf(event) : null;

/** The claim that an event is about, itself or by what a source says of it. */
export function claimOf(graph: ClaimGraph, event: Event): string | null {
  if (OF_CLAIMS.includes(event.type)) return subjectOf(event);
  const id = attestationOf(event);
  return (id === null ? null : graph.findAttestation(id)?.attestation.claim) ?? null;
}

const because = (reason: string | undefined): string => (reason === undefined ? '' : ` (${reason})`);

function sentence(graph: ClaimGraph, id: string): string {
  const record = graph.findClaim(id);
  return record ? graph.sentenceOf(record) : id;
}

function attested(graph: ClaimGraph, id: string): string {
  const record = graph.findAttestation(id);
  if (!record) return id;
  return `${sourceById(graph, record.attestation.source)} on: ${sentence(graph, record.attestation.claim)}`;
}

function sourceById(graph: ClaimGraph, id: string): string {
  const record = graph.findSource(id);
  return record ? sourceWords(graph, record.source) : id;
}

function sourceWords(
  graph: ClaimGraph,
  { party, partyDescribedAs, title, kind, url }: SourceDescription,
): string {
  const who = party === undefined ? (partyDescribedAs ?? 'an unnamed party') : graph.labelOf(party);
  return `${who}, ${title ? `“${title}”` : (url ?? kind.toLowerCase())}`;
}
