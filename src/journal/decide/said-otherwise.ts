// Says what a repeated attestation states differently from the recorded one: the recorded one stays.
import type { Attestation } from '../../domain/attestation.js';
import type { SaidOtherwise } from './decision.js';

const PARTS = ['certainty', 'wording', 'locator', 'credibility'] as const satisfies readonly SaidOtherwise[];

/** How many parts there are. */
export const MOST_UNKEPT = PARTS.length;

/** A part that is left out says nothing, and so nothing else. */
export const saidOtherwise = (
  recorded: Attestation,
  repeated: Partial<Pick<Attestation, SaidOtherwise>>,
): readonly SaidOtherwise[] =>
  PARTS.filter(part => repeated[part] !== undefined && repeated[part] !== recorded[part]);
