// Who says a claim, as far as STIX can hold it: references to the sources, a confidence, one creator.
import { CERTAINTIES, weakness, type Polarity } from '../../domain/attestation.js';
import type { EntityId } from '../../domain/ids.js';
import type { Source } from '../../domain/source.js';
import type { AttestationRecord, ClaimRecord } from '../../graph/records/records.js';
import type { Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { confidenceOf } from '../import/confidence.js';

export interface StixReference {
  readonly source_name: string;
  readonly url?: string;
  readonly description?: string;
  readonly external_id?: string;
}

const saying = (world: ExportWorld, record: ClaimRecord, polarity: Polarity): readonly AttestationRecord[] =>
  world.attestationsOf(record).filter(({ attestation }) => attestation.polarity === polarity);

const sourceOf = ({ graph }: ExportWorld, { attestation }: AttestationRecord): Source | undefined =>
  graph.findSource(attestation.source)?.source;

/** The sources that say it, each once. */
export function referencesTo(
  world: ExportWorld,
  record: ClaimRecord,
  polarity: Polarity,
  lose: Lose,
): readonly StixReference[] {
  const references = new Map<string, StixReference>();
  for (const said of saying(world, record, polarity)) {
    for (const what of lossesOf(said)) lose(what);
    const source = sourceOf(world, said);
    if (source) references.set(source.id, referenceOf(world, source));
  }
  return [...references.values()];
}

/** Each reference has an address or words. */
function referenceOf(world: ExportWorld, source: Source): StixReference {
  const { party, partyDescribedAs, url, title, publishedAt, kind } = source;
  const name = partyDescribedAs ?? (party === undefined ? 'unnamed' : world.graph.labelOf(party));
  const words = [title ?? kind.toLowerCase(), ...(publishedAt === undefined ? [] : [publishedAt])].join(', ');
  return { source_name: name, ...(url === undefined ? {} : { url }), description: words };
}

function* lossesOf({ attestation: { quote, lineage, credibility, wording, locator } }: AttestationRecord) {
  if (quote) yield 'quote of an attestation';
  if (lineage !== 'UNRECORDED') yield 'lineage of an attestation';
  if (credibility !== undefined) yield 'credibility of an attestation';
  if (wording !== undefined) yield 'wording of an attestation';
  if (locator !== undefined) yield 'place within a source';
}

/** Of the firmest of those who say it; nothing where nobody does. */
export function confidenceIn(world: ExportWorld, record: ClaimRecord, lose: Lose): { confidence?: number } {
  const certainties = new Set(
    saying(world, record, 'AFFIRMS').map(({ attestation }) => attestation.certainty),
  );
  if (certainties.size > 1) lose('certainty of attestations that are less sure than the firmest');
  const firmest = CERTAINTIES.filter(one => certainties.has(one)).sort(
    (a, b) => weakness(a) - weakness(b),
  )[0];
  return firmest === undefined ? {} : { confidence: confidenceOf(firmest) };
}

/** Attestations that deny a claim. */
export const denialsOf = (world: ExportWorld, record: ClaimRecord): readonly AttestationRecord[] =>
  saying(world, record, 'DENIES');

export function lossesOfDenial(said: AttestationRecord, lose: Lose): void {
  for (const what of lossesOf(said)) if (!what.startsWith('wording')) lose(what);
}

/** The one party that says it; undefined where there are several, or an unnamed one. */
export function onlyParty(world: ExportWorld, record: ClaimRecord, polarity: Polarity): EntityId | undefined {
  const parties = new Set(saying(world, record, polarity).map(said => sourceOf(world, said)?.party));
  return parties.size === 1 ? [...parties][0] : undefined;
}

/** The party of an attestation as words. */
export function speakerOf(world: ExportWorld, said: AttestationRecord): string {
  const source = sourceOf(world, said);
  if (source?.party !== undefined) return world.graph.labelOf(source.party);
  return source?.partyDescribedAs ?? source?.title ?? 'unnamed';
}

export const partyOf = (world: ExportWorld, said: AttestationRecord): EntityId | undefined =>
  sourceOf(world, said)?.party;
