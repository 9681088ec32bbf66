// What stands beside a claim in the lists of a page: how firmly it is said where that is not without reserve, and when it holds.
import type { ClaimWeighedFragment } from '../api/documents.js';
import { edtfWords } from '../words/dates.js';
import { CERTAINTY } from '../words/words.js';

/** `said as probable · Nov 2014`. */
export function lineNote({ support: { certainty }, validTime }: ClaimWeighedFragment): string {
  const reserve = certainty === null || certainty === 'CERTAIN' ? [] : [`said as ${RESERVE[certainty]}`];
  return [...reserve, edtfWords(validTime) || 'time not known'].join(' · ');
}

const RESERVE = { ...CERTAINTY, UNCOMMITTED: 'open' };
