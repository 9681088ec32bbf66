// What the panel of a claim says in words: times, values, who speaks, and why something does not count.
import type { ClaimAttestationFragment, ClaimPanelQuery, Way } from '../api/documents.js';
import { edtfWords } from '../words/dates.js';

export type ShownClaim = NonNullable<ClaimPanelQuery['claim']>;

/** `true in Nov 2014`, `true on 17 Nov 2014`, `true since 2014`, `time not known`. */
export function trueWords(validTime: string | null): string {
  if (validTime === null) return 'time not known';
  const words = edtfWords(validTime);
  if (/^(since|until) | – /.test(words)) return `true ${words}`;
  return `true ${/^\D*\d{1,2} /.test(words) ? 'on' : 'in'} ${words}`;
}

/** The name of a predicate or a qualifier as words. */
export const nameWords = (name: string): string => name.replaceAll('_', ' ');

/** The server's explanation, with its dates as people read them: those that follow a speaker, or a sentence in brackets. */
export const explainedWords = (explained: string): string =>
  explained
    .replace(/(?<=, )\d{4}(?:-\d\d){0,2}[~?%]?(?=[\s;.,]|$)/g, edtfWords)
    .replace(/(?<=” \()[\d./~?%-]+(?=\))/g, edtfWords);

export const WAY: Readonly<Record<Way, string>> = {
  API: 'from this page or a program',
  COMMAND_LINE: 'by the command line',
  IMPORT: 'from a file',
};

/** Why an attestation does not count; null where it does. */
export function idleWords({
  carries,
  withdrawn,
  held,
  lineage,
}: Pick<ClaimAttestationFragment, 'carries' | 'withdrawn' | 'held' | 'lineage'>): string | null {
  if (carries) return null;
  if (withdrawn) return 'does not count: it was withdrawn';
  if (!held) return 'does not count: nobody whose source is held passes it on in this view';
  if (lineage === 'RELAYED')
    return 'does not count: nothing that it passes on leads to an origin in this view';
  return 'does not count in this view';
}

/** An address that a browser may be sent to; null for any other. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** At the start of a sentence: `Two`, `312`. */
export const numberWord = (count: number): string => NUMBERS[count] ?? count.toLocaleString('en');
