// How sure a galaxy is: words of estimative language on relations, a number from 0 to 100 on attributions.
import type { Certainty } from '../../domain/attestation.js';

const ESTIMATIVE = /^estimative-language:likelihood-probability="(.*)"$/;

const LIKELIHOODS: { readonly [words: string]: Certainty } = {
  'almost-certain': 'CERTAIN',
  'very-likely': 'PROBABLE',
  likely: 'PROBABLE',
  'roughly-even-chance': 'POSSIBLE',
  unlikely: 'UNCOMMITTED',
  'very-unlikely': 'UNCOMMITTED',
  'almost-no-chance': 'UNCOMMITTED',
};

export interface Sureness {
  readonly certainty: Certainty;
  readonly wording: string;
}

/** What a tag says of likelihood, or undefined where it says nothing of it. */
export function likelihoodOf(tag: string): Sureness | undefined {
  const words = ESTIMATIVE.exec(tag)?.[1];
  const certainty = words !== undefined && Object.hasOwn(LIKELIHOODS, words) ? LIKELIHOODS[words] : undefined;
  return words === undefined || certainty === undefined
    ? undefined
    : { certainty, wording: words.replaceAll('-', ' ') };
}
