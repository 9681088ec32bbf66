// What falls with what is set aside: in words, and as marks on a drawing.
import type { ClaimWeighedFragment, FallsQuery, SourceLineFragment } from '../api/documents.js';
import { counted, SOURCE_KIND, STATUS } from '../words/words.js';
import type { DrawnClaim, Drawing, Fall } from './drawing.js';

/** Claims with the same fate. */
export interface Fate {
  readonly fall: Fall;
  /** How it is said of so many. */
  readonly words: string;
  /** How many share it; where the API did not give all, there may be more. */
  readonly count: number;
  readonly isAtLeast: boolean;
  /** Those that the API gave. */
  readonly claims: readonly { readonly claim: ClaimWeighedFragment; readonly note?: string }[];
}

const WORDS: Readonly<Record<Fall, readonly [one: string, many: string]>> = {
  'loses all support': ['loses all support', 'lose all support'],
  'drops to one chain': ['drops to one chain', 'drop to one chain'],
  'changes status': ['changes status', 'change status'],
};

/** The gravest first; each claim once, by the gravest that befalls it. */
export function fatesOf({ impact }: FallsQuery): readonly Fate[] {
  const { changesStatus: changes } = impact;
  const isWhole = changes.length === impact.changesStatusCount;
  const told = new Set<string>();
  const fate = (fall: Fall, some: Fate['claims'], all: number | null): Fate[] => {
    const claims = some.filter(({ claim }) => !told.has(claim.id));
    for (const { claim } of claims) told.add(claim.id);
    if (claims.length === 0) return [];
    const count = all ?? claims.length;
    return [{ fall, words: WORDS[fall][count === 1 ? 0 : 1], count, isAtLeast: all === null, claims }];
  };
  const plain = (claims: readonly ClaimWeighedFragment[]): Fate['claims'] => claims.map(claim => ({ claim }));
  return [
    ...fate('loses all support', plain(impact.losesAllSupport), impact.losesAllSupportCount),
    ...fate('drops to one chain', plain(impact.dropsToOneChain), impact.dropsToOneChainCount),
    ...fate(
      'changes status',
      changes.map(({ claim, before, after }) => ({
        claim,
        note: `${STATUS[before]} → ${STATUS[after]}`,
      })),
      // Most of them are listed already; the API gives no count of the others.
      isWhole ? changes.filter(({ claim }) => !told.has(claim.id)).length : null,
    ),
  ];
}

/** Whether the API listed all claims that are affected. */
export const isToldWhole = ({ impact }: FallsQuery): boolean =>
  impact.losesAllSupport.length === impact.losesAllSupportCount &&
  impact.dropsToOneChain.length === impact.dropsToOneChainCount &&
  impact.changesStatus.length === impact.changesStatusCount;

/** `12 claims lose all support, 3 drop to one chain`. */
export function fatesWords(fates: readonly Fate[]): string {
  const [first, ...others] = fates;
  if (!first) return 'no claim in this view would stand otherwise';
  return [
    `${atLeast(first)}${counted(first.count, 'claim')} ${first.words}`,
    ...others.map(fate => `${atLeast(fate)}${fate.count.toLocaleString('en')} ${fate.words}`),
  ].join(', ');
}

export const atLeast = ({ isAtLeast }: Pick<Fate, 'isAtLeast'>): string => (isAtLeast ? 'at least ' : '');

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
