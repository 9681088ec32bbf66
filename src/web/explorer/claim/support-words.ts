// What a claim rests on, for someone in a hurry: sentences whose names and claims can be followed.
import type {
  Certainty,
  ClaimChainFragment,
  ClaimLineFragment,
  EntityLineFragment,
} from '../api/documents.js';
import { edtfWords } from '../words/dates.js';
import { CERTAINTY, counted } from '../words/words.js';
import { partyWords } from '../words/source-words.js';
import { numberWord, type ShownClaim } from './claim-words.js';

export type SentencePart =
  | string
  | { readonly entity: EntityLineFragment }
  | { readonly claim: Pick<ClaimLineFragment, 'id' | 'sentence'> };
export type SupportSentence = readonly SentencePart[];

/** So many ties are named one by one; the others are counted. */
const TOLD = 3;

/** Each a sentence or two, the weightiest first. Empty where nobody says so. */
export function supportWords(claim: Pick<ShownClaim, 'support' | 'chains' | 'subject'>): SupportSentence[] {
  const { support, chains, subject } = claim;
  return [
    ...lead(claim),
    ...hedge(support.certainty),
    ...ties(support.ties, support.tiesCount),
    ...(support.interested
      ? [
          [
            'One of those who first said so belongs to ',
            { entity: subject },
            '’s own family: a party’s word about itself is no confirmation.',
          ],
        ]
      : []),
    ...(support.circular ? [['Some only relay each other in a ring; they do not count.']] : []),
    ...(support.exact || chains.length === 0
      ? []
      : [[`There may be more independent chains: at least ${support.independent} were found.`]]),
    ...(support.denials > 0
      ? [
          [
            `It is also denied: ${counted(support.denials, 'attestation')} against it, see “Against it” below.`,
          ],
        ]
      : []),
    ...said(support.firstSaid, support.lastSaid),
  ];
}

function lead({ support, chains }: Pick<ShownClaim, 'support' | 'chains'>): SupportSentence[] {
  const count = `${support.exact ? '' : 'At least '}${support.exact ? numberWord(support.independent) : support.independent}`;
  switch (support.independence) {
    case 'NONE':
      return [];
    case 'SINGLE':
      return chains[0] ? [single(chains[0])] : [];
    case 'DEPENDENT':
      return [dependent(support, chains)];
    case 'NOT_ESTABLISHED':
      return [
        [
          `${count} chains share no family, but only by counting one whose lineage nobody noted or whose party is unnamed.`,
        ],
      ];
    case 'ESTABLISHED':
      return [
        [
          support.independent === 2
            ? 'Two chains share no family, are recorded to the end, and name everyone along them.'
            : `${count} chains share no family, and at least two of them are recorded to the end and name everyone along them.`,
        ],
      ];
  }
}

function single({ attestations, attestationsCount }: ClaimChainFragment): SupportSentence {
  const [outlet, ...relayed] = attestations.map(({ source }) => partyOf(source));
  if (outlet === undefined) return [];
  if (attestationsCount > attestations.length)
    return [
      'It hangs on one chain of ',
      counted(attestationsCount, 'attestation'),
      ', which begins with ',
      outlet,
      '. If one of them falls, so does the claim.',
    ];
  const origin = relayed.pop();
  if (origin === undefined) {
    return attestations[0]?.lineage === 'UNRECORDED'
      ? ['It rests on ', outlet, ' alone, and nobody noted whose word that is.']
      : ['It rests on ', outlet, '’s own word alone.'];
  }
  const through = relayed.length === 0 ? [] : [', through ', ...listed(relayed)];
  return [
    'It hangs on one chain: ',
    outlet,
    ' has it from ',
    origin,
    ...through,
    '. If one of them falls, so does the claim.',
  ];
}

function dependent(
  { soleDependencies, soleDependenciesCount, ties: all }: ShownClaim['support'],
  chains: readonly ClaimChainFragment[],
): SupportSentence {
  if (soleDependencies.length === 0)
    return [
      'Several chains lead to it, but any two of them share a family: they do not confirm one another.',
    ];
  const outlets = new Set(chains.map(({ attestations: [first] }) => first && partyWords(first.source))).size;
  // One party stands for its family here: it is the family that has to fall, not that party alone.
  const isTied = soleDependencies.some(({ id }) => all.some(({ a, b }) => id === a.id || id === b.id));
  const parties = soleDependencies.map(entity => ({ entity }));
  const rests = [
    isTied ? 'the family of ' : '',
    ...listed(parties, soleDependenciesCount, 'party', 'parties'),
  ];
  const it = soleDependencies.length > 1 ? 'one of them' : isTied ? 'that family' : 'that';
  const falls = `. If ${it} falls, so does the claim.`;
  if (outlets < 2) return ['Several chains lead to it, but all of them run through ', ...rests, falls];
  const both = outlets === 2 ? 'both rest' : 'all of them rest';
  return [`${numberWord(outlets)} outlets report it, but ${both} on `, ...rests, falls];
}

const hedge = (certainty: Certainty | null): SupportSentence[] =>
  certainty === null || certainty === 'CERTAIN'
    ? []
    : [
        certainty === 'UNCOMMITTED'
          ? ['Nobody takes a stand on it.']
          : [`Nobody says it more firmly than as ${CERTAINTY[certainty]}.`],
      ];

function ties(some: ShownClaim['support']['ties'], all: number): SupportSentence[] {
  const told = some.slice(0, TOLD).map(({ a, b, because, becauseCount }): SupportSentence => {
    const pair = [{ entity: a }, ' and ', { entity: b }, ' count as one family'];
    if (because.length === 0) return [...pair, ': they were judged to be the same.'];
    return [
      ...pair,
      ': ',
      ...listed(
        because.map(claim => ({ claim })),
        becauseCount,
        'claim',
      ),
      '.',
    ];
  });
  const more = all - told.length;
  return more > 0 ? [...told, [`${counted(more, 'more tie')} not told here.`]] : told;
}

function said(first: string | null, last: string | null): SupportSentence[] {
  if (first === null) return [];
  if (last === null || last === first) return [[`First said ${edtfWords(first)}.`]];
  return [[`First said ${edtfWords(first)}, last ${edtfWords(last)}.`]];
}

const partyOf = (
  source: Parameters<typeof partyWords>[0] & { party: EntityLineFragment | null },
): SentencePart => (source.party ? { entity: source.party } : `“${partyWords(source)}”, unnamed`);

/** With commas, and `and` before the last, or before the number of those that are left out. @param all how many there are. */
function listed(
  some: readonly SentencePart[],
  all = some.length,
  one = '',
  many = `${one}s`,
): SentencePart[] {
  const more = all - some.length;
  const parts = more > 0 ? [...some, `${counted(more, `more ${one}`, `more ${many}`)}`] : some;
  return parts.flatMap((part, at) => {
    if (at === 0) return [part];
    return [at === parts.length - 1 ? ' and ' : ', ', part];
  });
}
