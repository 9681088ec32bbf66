// Who says a claim, numbered in the order in which the chains come to them, and the chains with these numbers.
import { CERTAINTY_WORDS, SOURCE_KIND_WORDS } from '../../domain/words.js';
import { CREDIBILITIES } from '../../domain/attestation.js';
import type { AttestationId } from '../../domain/ids.js';
import type { Source } from '../../domain/source.js';
import type { Chains } from '../../evidence/chains/chains.js';
import type { AttestationRecord, ClaimRecord, SourceRecord } from '../../graph/records/records.js';
import type { ExportWorld } from '../export/export-world.js';
import type { PacketChains, PacketAttestation } from './packet-page.js';
import { lineageWords, minute } from './packet-words.js';

const MOST_CHAINS = 12;
const MOST_ATTESTATIONS = 40;

export interface PacketSaid {
  readonly chains: PacketChains;
  readonly denying: PacketChains;
  readonly attestations: readonly PacketAttestation[];
  readonly furtherAttestations: number;
}

export function whoSaysIt(world: ExportWorld, claim: ClaimRecord): PacketSaid {
  const { affirming, denying } = world.viewed.evidence.of(claim.claim.id);
  const onChains = [affirming, denying].flatMap(chains => chains.list(MOST_CHAINS).flat());
  const records = [...new Set([...onChains.map(node => node.record), ...world.attestationsOf(claim)])];
  const listed = records.slice(0, MOST_ATTESTATIONS);
  const numbers = new Map(listed.map(({ attestation }, place) => [attestation.id, place + 1]));
  return {
    chains: chainList(world, affirming, numbers),
    denying: chainList(world, denying, numbers),
    attestations: listed.map(record => attestationOf(world, record, numbers)),
    furtherAttestations: records.length - listed.length,
  };
}

type Numbers = ReadonlyMap<AttestationId, number>;

function chainList(world: ExportWorld, chains: Chains, numbers: Numbers): PacketChains {
  const found = chains.list(MOST_CHAINS + 1);
  return {
    chains: found.slice(0, MOST_CHAINS).map(chain =>
      chain.map(({ record: { attestation }, source: { source }, lineage, held }) => ({
        number: numbers.get(attestation.id) ?? null,
        who: speakerOf(world, source),
        notes: [
          ...(source.publishedAt === undefined ? [] : [source.publishedAt]),
          ...(attestation.certainty === 'CERTAIN' ? [] : [CERTAINTY_WORDS[attestation.certainty]]),
          ...(held ? [] : ['only reported']),
          ...(lineage === 'UNRECORDED' ? ['nobody noted on whose word'] : []),
        ],
      })),
    ),
    more: found.length > MOST_CHAINS,
  };
}

function attestationOf(world: ExportWorld, record: AttestationRecord, numbers: Numbers): PacketAttestation {
  const { attestation, recorded } = record;
  const source = world.graph.findSource(attestation.source);
  const { quote } = attestation;
  const { url, title = null, publishedAt = null, kind } = source?.source ?? { kind: 'DOCUMENT' as const };
  return {
    number: numbers.get(attestation.id) ?? 0,
    who: source ? speakerOf(world, source.source) : attestation.source,
    denies: attestation.polarity === 'DENIES',
    title,
    kind: SOURCE_KIND_WORDS[kind],
    publishedAt,
    url: url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
    quote: quote ? { before: quote.prefix ?? '', exact: quote.exact, after: quote.suffix ?? '' } : null,
    notes: source ? notesOn(world, record, source, numbers) : [],
    withdrawn: world.viewed.lens.since(record.withdrawn)?.reason ?? null,
    recorded: `Recorded by ${recorded.by}, ${minute(recorded.at)}.`,
  };
}

function notesOn(
  { viewed: { lens }, graph }: ExportWorld,
  record: AttestationRecord,
  source: SourceRecord,
  numbers: Numbers,
): string[] {
  const { certainty, wording, locator, quote, credibility } = record.attestation;
  const { lineage, relays } = lens.lineageOf(record);
  const relayed = relays.flatMap(id => numbers.get(id) ?? []).sort((a, b) => a - b);
  const place = [locator, quote?.paragraph === undefined ? undefined : `paragraph ${quote.paragraph}`];
  const party = graph.findEntity(source.source.party ?? '');
  const grade = party && lens.latest(party.grades);
  return [
    `${CERTAINTY_WORDS[certainty]}${wording === undefined ? '' : `: “${wording}”`}`,
    lineageWords(lineage, relayed),
    ...place.flatMap(where => where ?? []),
    lens.holds(source) ? 'we have the source' : 'known only through those who pass it on',
    ...(grade ? [`party graded ${grade.reliability}`] : []),
    ...(credibility === undefined ? [] : [`item graded ${CREDIBILITIES.indexOf(credibility) + 1}`]),
  ];
}

/** The party, or how it was described where nobody named it. */
export function speakerOf({ graph }: ExportWorld, { party, partyDescribedAs }: Source): string {
  if (party !== undefined) return graph.labelOf(party);
  return partyDescribedAs === undefined ? 'an unnamed party' : `unnamed: ${partyDescribedAs}`;
}
