// The chains of a claim as text: for those who do not see the drawing, and for a look at each.
import type { ClaimChainFragment } from '../../api/documents.js';
import { counted } from '../../words/words.js';
import type { OriginFamily } from './chain-families.js';
import { partyWords } from '../../words/source-words.js';

/** `UPI ← Yonhap (only reported) ← a diplomatic source (unnamed, only reported)` */
export const chainWords = ({ attestations, attestationsCount }: ClaimChainFragment): string =>
  attestations
    .map(({ source, held, lineage }) => {
      const notes = [
        source.party ? '' : 'unnamed',
        held ? '' : 'only reported',
        lineage === 'UNRECORDED' ? 'lineage not recorded' : '',
      ].filter(note => note !== '');
      return notes.length > 0 ? `${partyWords(source)} (${notes.join(', ')})` : partyWords(source);
    })
    .concat(
      attestations.length < attestationsCount ? [`${attestationsCount - attestations.length} more`] : [],
    )
    .join(' ← ');

/** `One family: Lim, Government (speaks for)` */
export function familyWords({ origins, words }: OriginFamily, chains: readonly ClaimChainFragment[]): string {
  const speakers = origins.flatMap(id => {
    const origin = chains.flatMap(chain => chain.attestations).find(attestation => attestation.id === id);
    return origin ? [partyWords(origin.source)] : [];
  });
  return `One family: ${speakers.join(', ')} (${words.join(', ')})`;
}

/** All of it, for a picture's text alternative. */
export const diagramWords = (
  chains: readonly ClaimChainFragment[],
  families: readonly OriginFamily[],
  against: boolean,
): string =>
  [
    `${counted(chains.length, 'chain')} ${against ? 'against' : 'for'} it.`,
    ...chains.map(chain => `${chainWords(chain)}.`),
    ...families.map(family => `${familyWords(family, chains)}.`),
  ].join(' ');
