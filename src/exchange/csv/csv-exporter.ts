// Four tables for spreadsheets: entities, claims with what supports them, sources, and attestations. Rows point at each other by id.
import type { Qualifier, Value } from '../../domain/claim.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityRecord,
  SourceRecord,
} from '../../graph/records/records.js';
import type { ExportPart, Exporter } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { csvText, type Cell } from './csv-text.js';

/** A column: its title, and what stands in it of a row. */
type Column<Row> = readonly [title: string, cell: (row: Row, world: ExportWorld) => Cell];

const ENTITIES: readonly Column<EntityRecord>[] = [
  ['id', ({ entity }) => entity.id],
  ['kind', ({ entity }) => entity.kind],
  ['label', ({ entity }) => entity.label],
  ['description', ({ entity }) => entity.description],
  ['names', (record, world) => JSON.stringify(world.namesOf(record).map(({ recorded: _, ...name }) => name))],
  ['same_as', ({ entity }) => entity.sameAs.join(' ')],
  ['provisional', ({ entity }) => entity.provisional === true],
  ['reliability', ({ grades }, { viewed }) => viewed.lens.latest(grades)?.reliability],
  ['recorded_at', ({ recorded }) => recorded.at],
  ['recorded_by', ({ recorded }) => recorded.by],
];

const CLAIMS: readonly Column<ClaimRecord>[] = [
  ['id', ({ claim }) => claim.id],
  ['sentence', (record, { graph }) => graph.sentenceOf(record)],
  ['subject', ({ claim }) => claim.subject],
  ['predicate', ({ claim }) => claim.predicate],
  ['object', ({ claim }) => claim.object],
  ['value_type', ({ claim }) => claim.value?.type],
  ['value', ({ claim }) => valueText(claim.value)],
  ['valid_time', ({ claim }) => claim.validTime],
  ['qualifiers', ({ claim }) => qualifiersText(claim.qualifiers)],
  ['status', (record, { viewed }) => viewed.statusOf(record)],
  ['independence', (record, { viewed }) => viewed.supportOf(record).independence],
  ['independent', (record, { viewed }) => viewed.supportOf(record).independent],
  ['independent_exact', (record, { viewed }) => viewed.supportOf(record).exact],
  ['origins', (record, { viewed }) => viewed.supportOf(record).origins],
  ['attestations', (record, { viewed }) => viewed.supportOf(record).attestations],
  ['denials', (record, { viewed }) => viewed.supportOf(record).denials],
  ['contradictions', (record, { viewed }) => viewed.contradictionCountOf(record)],
  ['withdrawn', ({ withdrawn }, { viewed }) => viewed.lens.since(withdrawn)?.reason],
  ['superseded_by', ({ superseded }, { viewed }) => viewed.lens.since(superseded)?.by],
  ['recorded_at', ({ recorded }) => recorded.at],
  ['recorded_by', ({ recorded }) => recorded.by],
];

const SOURCES: readonly Column<SourceRecord>[] = [
  ['id', ({ source }) => source.id],
  ['kind', ({ source }) => source.kind],
  ['title', ({ source }) => source.title],
  ['url', ({ source }) => source.url],
  ['published_at', ({ source }) => source.publishedAt],
  ['party', ({ source }) => source.party],
  ['party_described_as', ({ source }) => source.partyDescribedAs],
  ['held', (record, { viewed }) => viewed.lens.holds(record)],
  ['recorded_at', ({ recorded }) => recorded.at],
  ['recorded_by', ({ recorded }) => recorded.by],
];

const ATTESTATIONS: readonly Column<AttestationRecord>[] = [
  ['id', ({ attestation }) => attestation.id],
  ['claim', ({ attestation }) => attestation.claim],
  ['source', ({ attestation }) => attestation.source],
  ['polarity', ({ attestation }) => attestation.polarity],
  ['certainty', ({ attestation }) => attestation.certainty],
  ['wording', ({ attestation }) => attestation.wording],
  ['locator', ({ attestation }) => attestation.locator],
  ['quote', ({ attestation }) => attestation.quote?.exact],
  ['quote_prefix', ({ attestation }) => attestation.quote?.prefix],
  ['quote_suffix', ({ attestation }) => attestation.quote?.suffix],
  ['quote_paragraph', ({ attestation }) => attestation.quote?.paragraph],
  ['lineage', (record, { viewed }) => viewed.lens.lineageOf(record).lineage],
  ['relays', (record, { viewed }) => viewed.lens.lineageOf(record).relays.join(' ')],
  ['credibility', ({ attestation }) => attestation.credibility],
  ['withdrawn', ({ withdrawn }, { viewed }) => viewed.lens.since(withdrawn)?.reason],
  ['recorded_at', ({ recorded }) => recorded.at],
  ['recorded_by', ({ recorded }) => recorded.by],
];

/** CSV after RFC 4180. A text that a spreadsheet would run, such as `=1+1`, gets an apostrophe before it. */
export const csvExporter: Exporter = {
  name: 'csv',
  parts: [
    table('entities.csv', ENTITIES, world => world.entities()),
    table('claims.csv', CLAIMS, world => world.claims()),
    table('sources.csv', SOURCES, world => world.sources()),
    table('attestations.csv', ATTESTATIONS, function* (world) {
      for (const claim of world.claims()) yield* world.attestationsOf(claim);
    }),
  ],
};

function table<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: (world: ExportWorld) => Iterable<Row>,
): ExportPart {
  return {
    name,
    *write(world) {
      yield csvText([columns.map(([title]) => title)]);
      for (const row of rows(world)) yield csvText([columns.map(([, cell]) => cell(row, world))]);
    },
  };
}

function valueText(value: Value | undefined): string | undefined {
  if (value?.type === 'SOME_VALUE') return value.redacted;
  return value && 'text' in value ? value.text : undefined;
}

/** As JSON: what is in them may hold any separator. */
const qualifiersText = (qualifiers: readonly Qualifier[]): string =>
  qualifiers.length === 0 ? '' : JSON.stringify(qualifiers);
