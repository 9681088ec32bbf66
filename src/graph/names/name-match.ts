// The reasons why a name is found, from an exact match to a likely typing mistake.

/** From the closest to the farthest; a name is found for the farthest of what its parts are found for. */
export const MATCH_REASONS = [
  'EXACT',
  'FOLDED',
  'WORD_ORDER',
  'WORDS',
  'ROMANISATION',
  'PREFIX',
  'INFIX',
  'TYPING_ERROR',
  'PARTIAL',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A reason's place in the list: greater is farther. */
export const distanceOf = (reason: MatchReason): number => MATCH_REASONS.indexOf(reason);
