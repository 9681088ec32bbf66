// The members that are written for each thing; other members of a node are reported as lost.
import type { NodeReader } from './node-reader.js';

const ALL = ['@id', '@type', 'generatedAtTime', 'recordedBy', 'recordedWay', 'journalPlace'];
const MEMBERS: { readonly [type: string]: ReadonlySet<string> } = {
  Entity: of('kind label description provisional prefLabel altLabel name sameAs grade'),
  Source: of('kind title url publishedAt party partyDescribedAs textFile redacted held'),
  Claim: of(
    'label subject predicate object unknown validTime qualifier redacted assertion status independence independentChains independentChainsExact',
    'origins attestations denials contradictions withdrawn supersededBy superseded',
  ),
  Attestation: of(
    'says saidIn polarity certainty wording locator quote credibility lineage relays lineageAsAttached relaysAsAttached lineageNoted',
    'withdrawn',
  ),
  Judgement: of('of judgement reason'),
};

function of(...members: readonly string[]): ReadonlySet<string> {
  return new Set([...ALL, ...members.flatMap(some => some.split(' '))]);
}

/** Such as `member "colour"`. */
export const unknownMembers = (node: NodeReader): readonly string[] =>
  node
    .besides(MEMBERS[node.type] ?? new Set(Object.keys(node.data)))
    .map(member => `member "${member.slice(0, 60)}"`);
