// Confidence from 0 to 100, as STIX and MISP give it, in our four steps and back; after the Admiralty scale in appendix A of STIX 2.1.
import type { Certainty } from '../../domain/attestation.js';

const STEPS: readonly (readonly [from: number, Certainty])[] = [
  // Confirmed by others.
  [80, 'CERTAIN'],
  // Probably true.
  [60, 'PROBABLE'],
  // Possibly true, or doubtful.
  [20, 'POSSIBLE'],
  // Improbable.
  [0, 'UNCOMMITTED'],
];

/** @param confidence from 0 to 100; undefined for any other number. */
export const certaintyOf = (confidence: number): Certainty | undefined =>
  confidence > 100 ? undefined : STEPS.find(([from]) => confidence >= from)?.[1];

const CONFIDENCES: { readonly [certainty in Certainty]: number } = {
  CERTAIN: 90,
  PROBABLE: 70,
  POSSIBLE: 50,
  UNCOMMITTED: 10,
};

/** The middle of the step. */
export const confidenceOf = (certainty: Certainty): number => CONFIDENCES[certainty];
