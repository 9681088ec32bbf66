// What falls with what is set aside: in words, and as marks on a drawing.
import type { ClaimWeighedFragment, FallsQuery, SourceLineFragment } from '../api/documents.js';
import { counted, SOURCE_KIND, STATUS } from '../look/words.js';
import type { DrawnClaim, Drawing, Fall } from './drawing.js';

/** Claims with the same fate. */
export interface Fate {
  readonly fall: Fall;
  /** How it is said of so many. */
  readonly words: string;
  readonly claims: readonly { readonly claim: ClaimWeighedFragment; readonly note?: string }[];
}

const WORDS: Readonly<Record<Fall, readonly [one: string, many: string]>> = {
  'loses all support': ['loses all support', 'lose all support'],
  'drops to one chain': ['drops to one chain', 'drop to one chain'],
  'changes status': ['changes status', 'change status'],
};

/** The gravest first; each claim once, by the gravest that befalls it. */
export function fatesOf({ impact }: FallsQuery): readonly Fate[] {
  const told = new Set<string>();
  const fate = (fall: Fall, all: Fate['claims']): Fate[] => {
    const claims = all.filter(({ claim }) => !told.has(claim.id));
    for (const { claim } of claims) told.add(claim.id);
    if (claims.length === 0) return [];
    return [{ fall, words: WORDS[fall][claims.length === 1 ? 0 : 1], claims }];
  };
  const plain = (claims: readonly ClaimWeighedFragment[]): Fate['claims'] => claims.map(claim => ({ claim }));
  return [
    ...fate('loses all support', plain(impact.losesAllSupport)),
    ...fate('drops to one chain', plain(impact.dropsToOneChain)),
    ...fate(
      'changes status',
      impact.changesStatus.map(({ claim, before, after }) => ({
        claim,
        note: `${STATUS[before]} → ${STATUS[after]}`,
      })),
    ),
  ];
}

/** `12 claims lose all support, 3 drop to one chain`. */
export function fatesWords(fates: readonly Fate[]): string {
  const [first, ...others] = fates.map(({ claims, words }) => ({ count: claims.length, words }));
  if (!first) return 'no claim in this view would stand otherwise';
  return [
    `${counted(first.count, 'claim')} ${first.words}`,
    ...others.map(({ count, words }) => `${count.toLocaleString('en')} ${words}`),
  ].join(', ');
}

/** What is set aside, as one would name it. */
export function fallenWords(fallen: FallsQuery['fallen']): string {
  if (!fallen) return 'it';
  if ('label' in fallen) return `the word of ${fallen.label}`;
  if ('source' in fallen) return `what ${sourceWords(fallen.source)} says of this claim`;
  return 'title' in fallen ? sourceWords(fallen) : 'it';
}

/** A source in a sentence: who speaks, and its title where it has one. */
export function sourceWords({ title, party, partyDescribedAs, kind }: SourceLineFragment): string {
  const who = party?.label ?? partyDescribedAs;
  if (title === null) return who === null ? `the ${SOURCE_KIND[kind]}` : `the ${SOURCE_KIND[kind]} of ${who}`;
  return who === null ? `“${title}”` : `“${title}” (${who})`;
}

/** The drawing with what would become of each claim. */
export function withFates(drawing: Drawing, fates: readonly Fate[]): Drawing {
  const falls = new Map(fates.flatMap(({ fall, claims }) => claims.map(({ claim }) => [claim.id, fall])));
  if (falls.size === 0) return drawing;
  const fated = <Drawn extends DrawnClaim>(drawn: Drawn): Drawn => ({
    ...drawn,
    fall: falls.get(drawn.claim.id) ?? null,
  });
  return { ...drawing, edges: drawing.edges.map(fated), lineless: drawing.lineless.map(fated) };
}
