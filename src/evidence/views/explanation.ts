// Explains in plain words which attestations decided a status, and what a contradiction is about.
import { weakness, type Certainty } from '../../domain/attestation.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Chain, ChainNode } from '../chains/chains.js';
import { isEstablished } from '../weighing/support.js';
import { rivalsOf, type Contradiction } from '../weighing/contradictions.js';
import type { FamilyClasses } from '../families/family-classes.js';
import type { ViewedGraph } from '../viewed-graph.js';

/** Most chains looked through for those to name. */
const LOOKED_THROUGH = 50;
const MOST_RIVALS_NAMED = 3;
const MOST_CLAIMS_NAMED = 5;

/** Why a claim has its status: one or two sentences naming who decided it. */
export function explainStatus(viewed: ViewedGraph, record: ClaimRecord): string {
  const { lens, graph } = viewed;
  const { affirming, denying } = viewed.evidence.of(record.claim.id);
  const status = viewed.statusOf(record);
  switch (status) {
    case 'WITHDRAWN': {
      const withdrawn = lens.since(record.withdrawn);
      return `Withdrawn here by ${withdrawn?.recorded.by} on ${day(withdrawn?.recorded.at)}: ${withdrawn?.reason}`;
    }
    case 'SUPERSEDED': {
      const superseded = lens.since(record.superseded);
      const other = graph.findClaim(superseded?.by ?? '');
      return `Replaced here by ${other ? `“${graph.sentenceOf(other)}”` : 'another claim'}: ${superseded?.reason}`;
    }
    case 'UNSUPPORTED':
      return explainUnsupported(viewed, record);
    case 'DENIED':
      return `Only denied: ${chainsInWords(viewed, denying.list(3))}.`;
    case 'DISPUTED':
      return explainDisputed(viewed, record);
    case 'SPECULATIVE':
      return `Nobody says so firmly: ${firmestInWords(viewed, affirming.list(20))}.`;
    case 'CORROBORATED':
    case 'SUPPORTED':
      return explainSupported(viewed, record);
  }
}

function explainUnsupported(viewed: ViewedGraph, record: ClaimRecord): string {
  const known = viewed.graph
    .attestationsOf(record.claim.id)
    .filter(attestation => viewed.lens.knows(attestation));
  if (known.length === 0) return 'Nobody is recorded as saying so.';
  const withdrawn = known.filter(attestation => viewed.lens.since(attestation.withdrawn) !== null).length;
  const rest = viewed.supportOf(record).circular ? '; some only relay each other in a ring' : '';
  return `${counted(known.length, 'attestation')} recorded, ${withdrawn} withdrawn, none on a chain from a source we hold to an origin${rest}.`;
}

function explainDisputed(viewed: ViewedGraph, record: ClaimRecord): string {
  const { affirming, denying } = viewed.evidence.of(record.claim.id);
  const rivals = rivalsOf(viewed.evidence, record);
  const parts = [`Affirmed: ${chainsInWords(viewed, affirming.list(2))}.`];
  if (denying.any) parts.push(`Denied: ${chainsInWords(viewed, denying.list(2))}.`);
  if (rivals.length > 0) {
    const some = rivals.slice(0, MOST_RIVALS_NAMED);
    const named = some.map(claim => `“${viewed.graph.sentenceOf(claim)}”`);
    parts.push(`Cannot hold at one time with ${listed(named, MOST_RIVALS_NAMED, rivals.length)}.`);
  }
  return parts.join(' ');
}

function explainSupported(viewed: ViewedGraph, record: ClaimRecord): string {
  const { affirming, families } = viewed.evidence.of(record.claim.id);
  const support = viewed.supportOf(record);
  const chains = affirming.list(LOOKED_THROUGH);
  const words = (some: readonly Chain[]): string => chainsInWords(viewed, some.slice(0, 3));
  const count = `${support.exact ? '' : 'At least '}${support.independent}`;
  const hedge = hedgeInWords(support.certainty, chains);
  switch (support.independence) {
    case 'ESTABLISHED': {
      const established = apart(
        chains.filter(chain => chain.every(isEstablished)),
        families,
      );
      return `${count} chains share no family, at least two of them recorded to the end and by named parties: ${words(established)}.${hedge}`;
    }
    case 'NOT_ESTABLISHED':
      return `${count} chains share no family, but only by counting one whose lineage is unrecorded or whose party is unnamed: ${words(apart(chains, families))}.${hedge}`;
    case 'DEPENDENT': {
      const shared = support.soleDependencies.map(id => viewed.graph.labelOf(id));
      const none = `No two of them ${support.exact ? 'are' : 'were found to be'} independent`;
      const through = shared.length > 0 ? `All of them rest on ${listed(shared, 3)}` : none;
      return `Several chains: ${words(chains)}. ${through}.${hedge}`;
    }
    case 'SINGLE':
    case 'NONE':
      return `One chain: ${words(chains)}.${hedge}`;
  }
}

/** Chains taken in their order, each only if it shares no family with those before. */
function apart(chains: readonly Chain[], families: FamilyClasses): Chain[] {
  const met = new Set<number>();
  return chains.filter(chain => {
    const own = chain.map(node => families.of(node));
    if (own.some(family => met.has(family))) return false;
    for (const family of own) met.add(family);
    return true;
  });
}

/** That nobody is certain, with the words that show it; nothing where somebody is. */
function hedgeInWords(certainty: Certainty | null, chains: readonly Chain[]): string {
  if (certainty === null || certainty === 'CERTAIN') return '';
  const said = chains.map(weakestOf).find(node => node.record.attestation.certainty === certainty);
  const wording = said?.record.attestation.wording;
  return ` No firmer than ${certainty.toLowerCase()}${wording === undefined ? '' : ` (“${wording}”)`}.`;
}

/** What speaks against what, in one sentence. */
export function explainContradiction(
  viewed: ViewedGraph,
  { kind, claims, claimsCount }: Contradiction,
): string {
  const [first] = claims;
  if (!first) return '';
  const sentences = claims
    .slice(0, MOST_CLAIMS_NAMED)
    .map(claim => `“${viewed.graph.sentenceOf(claim)}” (${claim.span.text ?? 'time unknown'})`);
  const named = listed(sentences, MOST_CLAIMS_NAMED, claimsCount);
  switch (kind) {
    case 'DENIAL':
      return `${sentences[0]} is ${sidesInWords(viewed, first)}.`;
    case 'SELF_REVERSAL':
      return `One family says both: ${sentences[0]} is ${sidesInWords(viewed, first)}.`;
    case 'SAME_SLOT':
      return `More than there is room for at one time: ${named}.`;
    case 'OPPOSITE':
      return `Opposites at one time: ${named}.`;
    case 'UNDATED':
      return `Possibly at odds, since a time is unknown: ${named}.`;
  }
}

function sidesInWords(viewed: ViewedGraph, record: ClaimRecord): string {
  const { affirming, denying } = viewed.evidence.of(record.claim.id);
  return `affirmed by ${originsInWords(viewed, affirming.origins)}, denied by ${originsInWords(viewed, denying.origins)}`;
}

/** Outlet ← whom it relays ← whom that one relays. */
const chainsInWords = (viewed: ViewedGraph, chains: readonly Chain[]): string =>
  chains.map(chain => chain.map(node => speaker(viewed, node)).join(' ← ')).join('; ');

function firmestInWords(viewed: ViewedGraph, chains: readonly Chain[]): string {
  const said = chains.map(chain => {
    const weakest = weakestOf(chain);
    const { certainty, wording } = weakest.record.attestation;
    const words = `${certainty.toLowerCase()}${wording === undefined ? '' : `, “${wording}”`}`;
    return { weakness: weaknessOf(weakest), words: `${chainsInWords(viewed, [chain])} (${words})` };
  });
  const firmest = Math.min(...said.map(({ weakness }) => weakness));
  return listed(
    said.flatMap(({ weakness, words }) => (weakness === firmest ? words : [])),
    3,
  );
}

const weakestOf = (chain: Chain): ChainNode =>
  chain.reduce((a, b) => (weaknessOf(b) > weaknessOf(a) ? b : a));

const weaknessOf = (node: ChainNode): number => weakness(node.record.attestation.certainty);

const originsInWords = (viewed: ViewedGraph, origins: readonly ChainNode[]): string =>
  listed([...new Set(origins.map(node => speaker(viewed, node)))], 3);

/** The party and the day its source came out. */
function speaker({ graph }: ViewedGraph, { source: { source } }: ChainNode): string {
  const { party, partyDescribedAs, publishedAt } = source;
  const name =
    party === undefined
      ? `an unnamed party${partyDescribedAs ? ` (“${partyDescribedAs}”)` : ''}`
      : graph.labelOf(party);
  return publishedAt === undefined ? name : `${name}, ${publishedAt}`;
}

const day = (at: string | undefined): string => at?.slice(0, 10) ?? '';
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** @param count how many there are, where not all were put in words. */
function listed(words: readonly string[], most: number, count = words.length): string {
  const shown = words.slice(0, most);
  const more = count - shown.length;
  const last = more > 0 ? `${more.toLocaleString('en')} more` : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}
