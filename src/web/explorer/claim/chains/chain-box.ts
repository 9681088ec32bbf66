// One box of a chain diagram: who speaks, and below it what a reader must know of it, broken into lines.
import type { ClaimChainFragment } from '../../api/documents.js';
import { edtfWords } from '../../words/dates.js';
import { partyWords } from '../../words/source-words.js';
import { textLines } from './text-lines.js';

type Link = ClaimChainFragment['attestations'][number];

export interface ChainBox {
  readonly id: string;
  /** All that stands in it, unbroken. */
  readonly title: string;
  readonly name: readonly string[];
  readonly below: readonly string[];
  readonly isHeld: boolean;
  readonly isUnrecorded: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const LINE = 15;
export const PADDING = 6;
/** Widths of a letter of the two sizes, roughly. */
const NAME_LETTER = 6.9;
const BELOW_LETTER = 5.5;

/** Before its position is known. */
export function boxOf({ id, source, held, lineage }: Link, width: number): ChainBox {
  const speaker = partyWords(source);
  const notes = [
    edtfWords(source.publishedAt),
    source.party ? '' : 'unnamed',
    held ? '' : 'only reported',
    lineage === 'UNRECORDED' ? 'lineage not recorded' : '',
  ].filter(note => note !== '');
  const room = width - 2 * PADDING;
  const name = textLines(speaker, Math.floor(room / NAME_LETTER), 3);
  const below = notes.flatMap(note => textLines(note, Math.floor(room / BELOW_LETTER), 2));
  return {
    id,
    title: [speaker, ...notes].join(', '),
    name,
    below,
    isHeld: held,
    isUnrecorded: lineage === 'UNRECORDED',
    x: 0,
    y: 0,
    width,
    height: (name.length + below.length) * LINE + 2 * PADDING,
  };
}
