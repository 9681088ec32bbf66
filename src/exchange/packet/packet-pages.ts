// Makes the pages of an evidence packet: one for each claim that was asked for.
import { CERTAINTY_WORDS, STATUS_WORDS } from '../../domain/words.js';
import { InvalidInput } from '../../domain/refusal.js';
import { explainStatus } from '../../evidence/views/explanation.js';
import type { Support } from '../../evidence/weighing/support.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { ExportWorld } from '../export/export-world.js';
import type { Lose } from '../export/exporter.js';
import { whoSaysIt } from './packet-attestations.js';
import { whatFalls, whatSpeaksAgainst } from './packet-dissent.js';
import { historyOf } from './packet-history.js';
import type { Figure, PacketPage } from './packet-page.js';
import { counted, INDEPENDENCE_WORDS, listed, viewWords } from './packet-words.js';

const MOST_PAGES = 100;
const MOST_TIES = 4;

/** @throws InvalidInput unless claims are named: a packet is about something. */
export function* packetPages(world: ExportWorld, lose: Lose): Iterable<PacketPage> {
  const named = new Set(world.only);
  if (named.size === 0) {
    throw new InvalidInput(
      'A packet is a page about a claim: name it with --claim, several for a page each.',
      {
        field: ['claim'],
      },
    );
  }
  if (named.size > MOST_PAGES) {
    throw new InvalidInput(`${named.size} claims, at most ${MOST_PAGES} go into one packet: make several.`, {
      field: ['claim'],
    });
  }
  const shown = new Set<ClaimRecord>(world.claims());
  for (const claim of shown) {
    const page = packetPage(world, claim);
    for (let more = page.furtherAttestations; more > 0; more -= 1)
      lose('attestation for which a page has no room');
    yield page;
  }
}

function packetPage(world: ExportWorld, claim: ClaimRecord): PacketPage {
  const { viewed, graph } = world;
  const support = viewed.supportOf(claim);
  return {
    id: claim.claim.id,
    sentence: graph.sentenceOf(claim),
    validTime: claim.span.text,
    status: STATUS_WORDS[viewed.statusOf(claim)],
    explanation: explainStatus(viewed, claim),
    figures: figuresOf(support),
    remarks: remarksOn(world, claim, support),
    ...whoSaysIt(world, claim),
    against: whatSpeaksAgainst(world, claim),
    falls: whatFalls(world, claim, support),
    ...historyOf(world, claim),
    asOf: { ...world.asOf, view: viewWords(viewed.view) },
  };
}

function figuresOf(support: Support): Figure[] {
  const { independent, exact, independence, origins, attestations, sources, parties, denials } = support;
  const { certainty, firstSaid, lastSaid } = support;
  return [
    {
      value: `${exact ? '' : 'at least '}${independent}`,
      label: independent === 1 ? 'independent chain' : 'independent chains',
    },
    { value: String(origins), label: `${origins === 1 ? 'origin' : 'origins'}: who first said so` },
    { value: INDEPENDENCE_WORDS[independence], label: 'independence' },
    { value: certainty === null ? 'none' : CERTAINTY_WORDS[certainty], label: 'firmest certainty' },
    { value: `${attestations} · ${sources} · ${parties}`, label: 'attestations · sources · parties' },
    { value: String(denials), label: 'denials' },
    { value: firstSaid ?? 'undated', label: 'first said' },
    { value: lastSaid ?? 'undated', label: 'last said' },
  ];
}

function remarksOn({ graph }: ExportWorld, claim: ClaimRecord, support: Support): string[] {
  const { ties, interested, circular } = support;
  const tied = ties.slice(0, MOST_TIES).map(({ a, b, because }) => {
    const reasons = because.map(tie => `“${graph.sentenceOf(tie)}”`);
    const why = reasons.length === 0 ? 'they are judged to be one' : listed(reasons);
    return `${graph.labelOf(a)} and ${graph.labelOf(b)} are not independent of one another: ${why}.`;
  });
  const more = ties.length - tied.length;
  const about = graph.labelOf(claim.claim.subject);
  return [
    ...tied,
    ...(more > 0 ? [`So are ${counted(more, 'further pair')} of parties.`] : []),
    ...(interested
      ? [`An origin is of the family of ${about}: a party’s word about itself confirms nothing.`]
      : []),
    ...(circular ? ['Some attestations only relay each other in a ring; these count for nothing.'] : []),
  ];
}
