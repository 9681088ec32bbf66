// Who says a claim, as far as FollowTheMoney can hold it: data sets and their pages. What it cannot hold is named.
import type { AttestationRecord, ClaimRecord } from '../../../graph/records/records.js';
import type { ExportWorld } from '../../export/export-world.js';
import type { Lose } from '../../export/exporter.js';

/** Of one data set: properties that say whence it has it. */
export interface Sayer {
  readonly dataset: string;
  /** `sourceUrl` and `publisher`, sorted. */
  readonly pages: readonly (readonly [property: 'sourceUrl' | 'publisher', text: string])[];
}

/** Each data set once; empty where nobody affirms the claim, which then cannot be written. */
export function sayersOf(claim: ClaimRecord, world: ExportWorld, lose: Lose): readonly Sayer[] {
  const all = world.attestationsOf(claim);
  const affirming = all.filter(({ attestation }) => attestation.polarity === 'AFFIRMS');
  if (affirming.length < all.length) lose('denials');
  const relaysOf = (record: AttestationRecord): readonly string[] =>
    world.viewed.lens.lineageOf(record).relays;
  const relayed = new Set(affirming.flatMap(relaysOf));
  const sayers = new Map<string, Set<string>>();
  for (const record of affirming) {
    loseDetails(record, lose);
    if (relayed.has(record.attestation.id)) continue;
    // What is relayed comes back as the own word of its source; what is not, as unrecorded.
    if (record.lineages.at(-1)?.lineage === 'OWN') lose('lineage OWN of attestations');
    const dataset = dataSetOf(record.attestation.source, world);
    const pages = sayers.get(dataset) ?? new Set();
    for (const id of relaysOf(record)) {
      const other = world.graph.findAttestation(id);
      if (!other) continue;
      if (relaysOf(other).length > 0) lose('chains of more than two');
      for (const page of pagesOf(other.attestation.source, world, lose)) pages.add(page);
    }
    sayers.set(dataset, pages);
  }
  return [...sayers].map(([dataset, pages]) => ({
    dataset,
    pages: [...pages].sort().map(page => JSON.parse(page) as Sayer['pages'][number]),
  }));
}

function loseDetails({ attestation }: AttestationRecord, lose: Lose): void {
  if (attestation.certainty !== 'CERTAIN') lose('certainty of attestations');
  for (const what of ['quote', 'locator', 'wording', 'credibility'] as const) {
    if (attestation[what] !== undefined) lose(`${what} of attestations`);
  }
}

/** The name of a data set that came from FollowTheMoney; for other sources one made of their title and id. */
export function dataSetOf(id: string, world: ExportWorld): string {
  const source = world.graph.findSource(id)?.source;
  const { title = '', party = '' } = source ?? {};
  if (source?.kind === 'DATASET' && party.startsWith('entity:ftm-dataset/')) return title;
  const words = (title || (party === '' ? '' : world.graph.labelOf(party)))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40);
  return `${words === '' ? 'source' : words}_${id.replace(/^source:/, '').slice(0, 8)}`;
}

function pagesOf(id: string, world: ExportWorld, lose: Lose): string[] {
  const source = world.graph.findSource(id)?.source;
  const publisher =
    source?.partyDescribedAs ?? (source?.party === undefined ? undefined : world.graph.labelOf(source.party));
  if (source?.title !== undefined || source?.publishedAt !== undefined) lose('titles and dates of sources');
  const pages: Sayer['pages'][number][] = [];
  if (source?.url !== undefined) pages.push(['sourceUrl', source.url]);
  if (publisher !== undefined) pages.push(['publisher', publisher]);
  if (pages.length === 0) lose('sources without address and party');
  return pages.map(page => JSON.stringify(page));
}
