// Support: what all attestations of one claim and polarity add up to, as counts and names (`docs/evidence.md`, section 3).
import type { Certainty, Polarity } from '../../domain/attestation.js';
import type { EntityId } from '../../domain/ids.js';
import type { Independence } from '../../domain/view.js';
import type { TimeSpan } from '../../domain/time-span.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce, STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';
import type { ChainNode, Chains } from '../chains/chains.js';
import type { Evidence } from './claim-evidence.js';
import type { FamilyClasses, FamilyTie } from '../families/family-classes.js';
import {
  independentChains,
  soleFamilies,
  type FamilyGraph,
  type Independent,
} from '../families/independence.js';

export interface Support {
  readonly attestations: number;
  readonly sources: number;
  /** An unnamed party counts as one, and so do several that are judged one. */
  readonly parties: number;
  /** Distinct families that first said so. */
  readonly origins: number;
  /** The largest number of chains of which no two share a family. */
  readonly independent: number;
  /** False where `independent` is a lower bound. */
  readonly exact: boolean;
  readonly independence: Independence;
  /** A party for each family that every chain runs through; unnamed ones cannot be listed. */
  readonly soleDependencies: readonly EntityId[];
  readonly ties: readonly FamilyTie[];
  /** An origin belongs to the family of the claim's subject; where the claim is symmetric, of either end. */
  readonly interested: boolean;
  readonly circular: boolean;
  /** Denying attestations that lie on a chain. */
  readonly denials: number;
  /** Of the firmest chain; null where there is none. */
  readonly certainty: Certainty | null;
  /** EDTF, by the sources' publication times. */
  readonly firstSaid: string | null;
  readonly lastSaid: string | null;
}

/** What the support of a claim costs at least, beside what grows with its attestations. */
const STEPS_A_SUPPORT = 12;

/** The support of a claim, or, with `DENIES`, of its denial. */
export function* workOutSupport(
  evidence: Evidence,
  record: ClaimRecord,
  polarity: Polarity = 'AFFIRMS',
): Resumable<Support> {
  const { affirming, denying, families } = yield* evidence.workOut(record.claim.id);
  const chains = polarity === 'AFFIRMS' ? affirming : denying;
  const nodes = chains.carrying;
  yield STEPS_A_SUPPORT + nodes.length;
  const graph = familyGraph(nodes, families);
  const independent = yield* independentChains(graph);
  const independence = yield* independenceOf(chains, families, independent);
  const soleDependencies = yield* soleDependenciesOf(families, graph, nodes);
  const interested = yield* isInterested(evidence, record, chains.origins);
  yield nodes.length;
  const { firstSaid, lastSaid } = saidBetween(nodes);
  // Without spreading others into it: that makes an object that is slow to read.
  return {
    attestations: nodes.length,
    sources: new Set(nodes.map(node => node.source.source.id)).size,
    parties: new Set(nodes.map(node => partyOf(evidence, node))).size,
    origins: new Set(chains.origins.map(node => families.of(node))).size,
    independent: independent.count,
    exact: independent.exact,
    independence,
    soleDependencies,
    ties: families.ties,
    interested,
    circular: chains.circular,
    denials: denying.carrying.length,
    certainty: chains.certainty,
    firstSaid,
    lastSaid,
  };
}

/** As `workOutSupport`, with no rest. */
export const supportOf = (evidence: Evidence, record: ClaimRecord, polarity: Polarity = 'AFFIRMS'): Support =>
  atOnce(workOutSupport(evidence, record, polarity));

function saidBetween(nodes: readonly ChainNode[]): Pick<Support, 'firstSaid' | 'lastSaid'> {
  let [first, last]: TimeSpan[] = [];
  for (const { source } of nodes) {
    const { published } = source;
    if (published.text === null) continue;
    if (!first || published.from < first.from) first = published;
    if (!last || published.to > last.to) last = published;
  }
  return { firstSaid: first?.text ?? null, lastSaid: last?.text ?? null };
}

function* soleDependenciesOf(
  families: FamilyClasses,
  graph: FamilyGraph,
  nodes: readonly ChainNode[],
): Resumable<readonly EntityId[]> {
  const sole = yield* soleFamilies(graph);
  if (sole.length === 0) return [];
  const members = yield* families.sort(nodes);
  const speakers: EntityId[] = [];
  for (const family of sole) {
    const speaker = yield* families.workOutSpeaker(members.get(family) ?? []);
    if (speaker !== null) speakers.push(speaker);
  }
  return speakers;
}

function partyOf({ families }: Evidence, { source: { source } }: ChainNode): string {
  return source.party === undefined ? source.id : families.identityOf(source.party);
}

/** Recorded to its end, by a party that is named. */
export const isEstablished = (node: ChainNode): boolean =>
  node.lineage !== 'UNRECORDED' && node.source.source.party !== undefined;

function* independenceOf(
  chains: Chains,
  families: FamilyClasses,
  independent: Independent,
): Resumable<Independence> {
  if (!chains.any) return 'NONE';
  if (independent.count >= 2) {
    const graph = familyGraph(chains.carrying.filter(isEstablished), families);
    const established = yield* independentChains(graph);
    return established.count >= 2 ? 'ESTABLISHED' : 'NOT_ESTABLISHED';
  }
  return chains.several ? 'DEPENDENT' : 'SINGLE';
}

/** Chains among some attestations, in numbers. Those that relay only what is not among them lead nowhere, and drop out. */
function familyGraph(nodes: readonly ChainNode[], families: FamilyClasses): FamilyGraph {
  const numbers = new Map<ChainNode, number>();
  const relays = nodes.some(node => node.relays.length > 0);
  if (relays) nodes.forEach((node, number) => numbers.set(node, number));
  const family: number[] = [];
  const next: (readonly number[])[] = [];
  const starts: number[] = [];
  const isOrigin: boolean[] = [];
  for (const [number, node] of nodes.entries()) {
    family.push(families.of(node));
    next.push(node.relays.length === 0 ? NOBODY : node.relays.flatMap(relayed => numbers.get(relayed) ?? []));
    if (node.held) starts.push(number);
    isOrigin.push(node.isOrigin);
  }
  return { family, next, starts, isOrigin };
}

const NOBODY: readonly number[] = [];

/** The subject; of a symmetric claim both ends, since either could stand first. */
function whomItIsAbout({ graph }: Evidence, { claim }: ClaimRecord): readonly EntityId[] {
  const { symmetric } = graph.vocabulary.predicateOrPlain(claim.predicate);
  return symmetric && claim.object !== undefined ? [claim.subject, claim.object] : [claim.subject];
}

function* isInterested(
  evidence: Evidence,
  record: ClaimRecord,
  origins: readonly ChainNode[],
): Resumable<boolean> {
  const about = whomItIsAbout(evidence, record);
  let steps = 0;
  for (const { source } of origins) {
    const { party } = source.source;
    if (party === undefined) continue;
    const family = yield* evidence.families.workOutFamily(party, source.published);
    if (about.some(entity => family.has(entity))) return true;
    if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
  }
  return false;
}
