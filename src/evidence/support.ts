// Support: what all attestations of one claim and one polarity add up to. Counts and names, never one blended number.
import type { Certainty, Polarity } from '../domain/attestation.js';
import type { EntityId } from '../domain/ids.js';
import type { Independence } from '../domain/view.js';
import type { ClaimRecord } from '../graph/records.js';
import type { ChainNode, Chains } from './chains.js';
import type { Evidence } from './claim-evidence.js';
import type { FamilyClasses, FamilyTie } from './family-classes.js';
import { independentChains, soleFamilies, type FamilyGraph, type Independent } from './independence.js';

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

/** The support of a claim, or, with `DENIES`, of its denial. */
export function supportOf(evidence: Evidence, record: ClaimRecord, polarity: Polarity = 'AFFIRMS'): Support {
  const { affirming, denying, families } = evidence.of(record.claim.id);
  const chains = polarity === 'AFFIRMS' ? affirming : denying;
  const nodes = chains.carrying;
  const about = whomItIsAbout(evidence, record);
  const graph = familyGraph(nodes, families);
  const independent = independentChains(graph);
  const dated = nodes.map(node => node.source.published).filter(published => published.text !== null);
  return {
    attestations: nodes.length,
    sources: new Set(nodes.map(node => node.source.source.id)).size,
    parties: new Set(nodes.map(node => partyOf(evidence, node))).size,
    origins: new Set(chains.origins.map(node => families.of(node))).size,
    independent: independent.count,
    exact: independent.exact,
    independence: independenceOf(chains, families, independent),
    soleDependencies: soleFamilies(graph).flatMap(family => families.speakerFor(family, nodes) ?? []),
    ties: families.tiesAmong([...affirming.carrying, ...denying.carrying]),
    interested: chains.origins.some(node => about.some(entity => isKin(evidence, node, entity))),
    circular: chains.circular,
    denials: denying.carrying.length,
    certainty: chains.certainty,
    firstSaid: dated.reduce((first, span) => (span.from < first.from ? span : first), dated[0] ?? NEVER).text,
    lastSaid: dated.reduce((last, span) => (span.to > last.to ? span : last), dated[0] ?? NEVER).text,
  };
}

function partyOf({ families }: Evidence, { source: { source } }: ChainNode): string {
  return source.party === undefined ? source.id : families.identityOf(source.party);
}

const NEVER = { text: null, from: Infinity, to: -Infinity };

/** Recorded to its end, by a party that is named. */
export const isEstablished = (node: ChainNode): boolean =>
  node.lineage !== 'UNRECORDED' && node.source.source.party !== undefined;

function independenceOf(chains: Chains, families: FamilyClasses, independent: Independent): Independence {
  if (!chains.any) return 'NONE';
  if (independent.count >= 2) {
    const established = independentChains(familyGraph(chains.carrying.filter(isEstablished), families));
    return established.count >= 2 ? 'ESTABLISHED' : 'NOT_ESTABLISHED';
  }
  return chains.list(2).length > 1 ? 'DEPENDENT' : 'SINGLE';
}

/** Chains among some attestations, in numbers. Those that relay only what is not among them lead nowhere, and drop out. */
function familyGraph(nodes: readonly ChainNode[], families: FamilyClasses): FamilyGraph {
  const numbers = new Map<ChainNode, number>();
  const relays = nodes.some(node => node.relays.length > 0);
  if (relays) nodes.forEach((node, number) => numbers.set(node, number));
  return {
    family: nodes.map(node => families.of(node)),
    next: nodes.map(node => node.relays.flatMap(relayed => numbers.get(relayed) ?? [])),
    starts: nodes.flatMap((node, number) => (node.held ? number : [])),
    isOrigin: nodes.map(node => node.isOrigin),
  };
}

/** The subject; of a symmetric claim both ends, since either could stand first. */
function whomItIsAbout({ graph }: Evidence, { claim }: ClaimRecord): readonly EntityId[] {
  const { symmetric } = graph.vocabulary.predicateOrPlain(claim.predicate);
  return symmetric && claim.object !== undefined ? [claim.subject, claim.object] : [claim.subject];
}

function isKin(evidence: Evidence, node: ChainNode, entity: EntityId): boolean {
  const { party } = node.source.source;
  return party !== undefined && evidence.families.familyOf(party, node.source.published).has(entity);
}
