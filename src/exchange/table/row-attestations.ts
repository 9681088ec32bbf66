// Who says a row's claims: sources, the words they use, and whom they relay.
import type { Certainty, Credibility, Polarity, Quote } from '../../domain/attestation.js';
import type { AttachSource, Relay, SourceRef } from '../../domain/command.js';
import type { ClaimId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceDescription, SourceKind } from '../../domain/source.js';
import type { TableRow } from './row.js';
import { needed, type RowEntities } from './row-entities.js';
import type {
  MappedAttestation,
  MappedQuote,
  MappedRelay,
  MappedSource,
  TableMapping,
} from './table-mapping.js';

/** The attestations of a claim that a row holds. */
export function attachSources(
  mapping: TableMapping,
  entities: RowEntities,
  claim: ClaimId,
  attestations: readonly MappedAttestation[],
  row: TableRow,
): AttachSource[] {
  const relay = (mapped: MappedRelay): Relay => ({
    source: sourceRef(mapping, entities, mapped.source, row),
    ...given('certainty', mapped.certainty?.read(row) as Certainty | undefined),
    ...given('wording', mapped.wording?.read(row)),
    ...given('locator', mapped.locator?.read(row)),
    ...given('quote', mapped.quote === null ? undefined : quoteOf(mapped.quote, row)),
  });
  return attestations
    .filter(attestation => attestation.when.holds(row))
    .map(attestation => {
      const via = attestation.via.filter(one => one.when.holds(row)).map(relay);
      return {
        type: 'AttachSource',
        claim,
        ...relay(attestation),
        ...given('polarity', attestation.polarity?.read(row) as Polarity | undefined),
        ...given('credibility', attestation.credibility?.read(row) as Credibility | undefined),
        ...(attestation.own?.holds(row) === true ? { own: true } : {}),
        ...(via.length === 0 ? {} : { via }),
      };
    });
}

/** Most of what a row may say it does not: no object is made for that. */
const NOTHING = Object.freeze({});

function given<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? NOTHING : ({ [key]: value } as { [key in K]?: V });
}

/** Descriptions to which rows come back; enough for the publishers of a table. */
const MOST_KNOWN = 1000;
/** Stands for the description of a source that is the same in all rows. */
const ONLY = '';

function sourceRef(mapping: TableMapping, entities: RowEntities, name: string, row: TableRow): SourceRef {
  const source = mapping.sources.get(name);
  if (!source) return { id: name };
  const only = source.isConstant ? source.known.get(ONLY) : undefined;
  if (only) return only;
  const described = describe(name, source, entities, row);
  const key = source.isConstant ? ONLY : JSON.stringify(described);
  const ref = source.known.get(key) ?? { new: described };
  if (source.known.size >= MOST_KNOWN) source.known.clear();
  source.known.set(key, ref);
  return ref;
}

function describe(
  name: string,
  source: MappedSource,
  entities: RowEntities,
  row: TableRow,
): SourceDescription {
  const parties = source.party === null ? [] : entities.ids(source.party, row);
  if (parties.length > 1) {
    throw new InvalidInput(`Source "${name}" has ${parties.length} parties here: one source, one party.`);
  }
  const described: SourceDescription = {
    kind: needed(source.kind, row, 'kind') as SourceKind,
    ...given('title', source.title?.read(row)),
    ...given('url', source.url?.read(row)),
    ...given('publishedAt', source.publishedAt?.read(row)),
    ...given('party', parties[0]),
    ...(parties.length > 0 ? {} : given('partyDescribedAs', source.partyDescribedAs?.read(row))),
  };
  // Without any of these, all such rows would be one source.
  if (described.title ?? described.url ?? described.party ?? described.partyDescribedAs) return described;
  throw new InvalidInput(
    `Source "${name}" has no title, address or party here: fill one in, or say \`when\` in the mapping.`,
  );
}

function quoteOf({ exact, prefix, suffix, paragraph }: MappedQuote, row: TableRow): Quote | undefined {
  const words = exact.read(row);
  if (words === undefined) return undefined;
  const number = paragraph?.read(row);
  return {
    exact: words,
    ...given('prefix', prefix?.read(row)),
    ...given('suffix', suffix?.read(row)),
    ...(number === undefined ? {} : { paragraph: wholeNumber(number) }),
  };
}

function wholeNumber(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidInput(`"${text.slice(0, 40)}" is no number of a paragraph: a whole number is expected.`);
}
