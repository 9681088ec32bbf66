// What speaks against a claim, and what would fall with those on whom it rests.
import { STATUS_WORDS } from '../../domain/words.js';
import { explainContradiction } from '../../evidence/views/explanation.js';
import { impactOf } from '../../evidence/views/impact.js';
import type { Support } from '../../evidence/weighing/support.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce } from '../../graph/work/resumable.js';
import type { ExportWorld } from '../export/export-world.js';
import type { Against, PacketFall } from './packet-page.js';
import { CONTRADICTION_WORDS, counted, INDEPENDENCE_WORDS, listed } from './packet-words.js';

const MOST_PARTIES = 5;
const MOST_RIVALS = 6;
const MOST_NAMED = 3;

export const whatSpeaksAgainst = (world: ExportWorld, claim: ClaimRecord): Against[] =>
  world.viewed.contradictionsOf(claim).map(contradiction => ({
    kind: CONTRADICTION_WORDS[contradiction.kind],
    explanation: explainContradiction(world.viewed, contradiction),
    rivals: contradiction.claims
      .filter(other => other !== claim)
      .slice(0, MOST_RIVALS)
      .map(other => ({
        sentence: world.graph.sentenceOf(other),
        validTime: other.span.text,
        status: STATUS_WORDS[world.viewed.statusOf(other)],
        support: supportInShort(world.viewed.supportOf(other)),
      })),
  }));

export const supportInShort = ({
  attestations,
  origins,
  independent,
  exact,
  independence,
}: Support): string =>
  [
    counted(attestations, 'attestation'),
    counted(origins, 'origin'),
    `${exact ? '' : 'at least '}${counted(independent, 'independent chain')}`,
    `independence: ${INDEPENDENCE_WORDS[independence]}`,
  ].join(', ');

/** For each party that all chains run through, with its family: this claim is the first to fall. */
export const whatFalls = (
  world: ExportWorld,
  claim: ClaimRecord,
  { soleDependencies }: Support,
): PacketFall[] =>
  soleDependencies.slice(0, MOST_PARTIES).map(party => {
    const { losesAllSupport, dropsToOneChain } = atOnce(impactOf(world.viewed, party, true));
    const fallen = losesAllSupport.filter(record => record !== claim);
    return {
      ifWrong: world.graph.labelOf(party),
      then: [
        'This claim loses all support.',
        ...inWords(world, fallen, 'loses all support too', 'lose all support too'),
        ...inWords(world, dropsToOneChain, 'is left with one chain', 'are left with one chain'),
      ],
    };
  });

function inWords(world: ExportWorld, claims: readonly ClaimRecord[], one: string, many: string): string[] {
  if (claims.length === 0) return [];
  const named = claims.slice(0, MOST_NAMED).map(record => `“${world.graph.sentenceOf(record)}”`);
  const others = claims.length - named.length;
  const all = listed([...named, ...(others > 0 ? [`${others} more`] : [])]);
  return [`${counted(claims.length, 'other claim')} ${claims.length === 1 ? one : many}: ${all}.`];
}
