// What speaks for two entities being one, and what against it: each with its kind and in words, and a score made of them.
import { overlaps, readTimeSpan, type TimeSpan } from '../domain/time-span.js';
import { NAME_LIKENESSES, type NameTwin } from '../graph/name-twins.js';
import type { ClaimRecord } from '../graph/records.js';
import type { IdentityProfile } from './identity-profile.js';
import type { Reading } from './reading.js';

export const FOR_ONE = [
  ...NAME_LIKENESSES,
  'SAME_PAGE',
  'SAME_IDENTIFIER',
  'SAME_DATE',
  'SAME_OFFICE',
] as const;
export const AGAINST_ONE = ['DIFFERENT_KIND', 'DIFFERENT_IDENTIFIER', 'DIFFERENT_DATE'] as const;
export type IdentityReasonKind = (typeof FOR_ONE)[number] | (typeof AGAINST_ONE)[number];

export interface IdentityReason {
  readonly kind: IdentityReasonKind;
  readonly explained: string;
  /** How much it counts, from 0 to 1; 0 for what speaks against. */
  readonly weight: number;
}

/** What speaks against caps the score here, however much speaks for it. */
export const MOST_AGAINST_REASONS = 0.2;
const YEAR = 366 * 24 * 3_600_000;
const MOST_OFFICES = 3;

interface Sides {
  readonly reading: Reading;
  readonly a: IdentityProfile;
  readonly b: IdentityProfile;
}

export const reasonsFor = (sides: Sides, twin: NameTwin | null): readonly IdentityReason[] => [
  ...(twin ? [nameReason(sides.a, twin)] : []),
  ...samePages(sides),
  ...identifierReasons(sides).filter(({ weight }) => weight > 0),
  ...dateReasons(sides).filter(({ weight }) => weight > 0),
  ...sameOffices(sides),
];

export const reasonsAgainst = (sides: Sides): readonly IdentityReason[] => [
  ...(sides.a.kind === sides.b.kind
    ? []
    : [against('DIFFERENT_KIND', `One is a ${sides.a.kind}, the other a ${sides.b.kind}.`)]),
  ...identifierReasons(sides).filter(({ weight }) => weight === 0),
  ...dateReasons(sides).filter(({ weight }) => weight === 0),
];

/** From 0 to 1, in steps of a thousandth: each reason for it takes its share of what is missing, each against it halves. */
export function scoreOf(reasons: readonly IdentityReason[], contrary: readonly IdentityReason[]): number {
  const missing = reasons.reduce((left, { weight }) => left * (1 - weight), 1);
  const cap = contrary.length === 0 ? 1 : MOST_AGAINST_REASONS / 2 ** (contrary.length - 1);
  return Math.round(1000 * (1 - missing) * cap) / 1000;
}

const against = (kind: IdentityReasonKind, explained: string): IdentityReason => ({
  kind,
  explained,
  weight: 0,
});

function nameReason({ kind }: IdentityProfile, { likeness, nameOfA, nameOfB }: NameTwin): IdentityReason {
  // A single name is shared by many people, and by few of whatever else there is.
  const single = kind === 'PERSON' && !/[\s-]/.test(nameOfA.trim()) && /\p{sc=Latin}/u.test(nameOfA);
  const words = {
    SAME_NAME: `“${nameOfA}” and “${nameOfB}” are the same name`,
    SAME_WORDS: `“${nameOfA}” and “${nameOfB}” are the same words in another order`,
    SAME_SOUND: `“${nameOfA}” and “${nameOfB}” sound alike`,
  }[likeness];
  const weight = { SAME_NAME: 0.6, SAME_WORDS: 0.55, SAME_SOUND: 0.5 }[likeness];
  return { kind: likeness, explained: `${words}.`, weight: single ? weight / 2 : weight };
}

const samePages = ({ a, b }: Sides): readonly IdentityReason[] =>
  a.pages
    .filter(page => b.pages.includes(page))
    .map(page => ({ kind: 'SAME_PAGE', explained: `Both have the page ${page}.`, weight: 0.9 }));

function identifierReasons({ a, b }: Sides): readonly IdentityReason[] {
  const schemes = new Set(a.identifiers.map(({ scheme }) => scheme));
  return [...schemes].flatMap((scheme): readonly IdentityReason[] => {
    const [one, other] = [a, b].map(({ identifiers }) => [
      ...new Set(identifiers.filter(given => given.scheme === scheme).map(({ value }) => value)),
    ]);
    if (!one || !other || other.length === 0) return [];
    const inScheme = scheme === '' ? '' : ` in ${scheme}`;
    const shared = one.find(value => other.includes(value));
    if (shared !== undefined) {
      const explained = `Both have the identifier ${shared}${inScheme}.`;
      return [{ kind: 'SAME_IDENTIFIER', explained, weight: 0.9 }];
    }
    // Identifiers of unknown schemes may be of two.
    if (scheme === '') return [];
    return [
      against('DIFFERENT_IDENTIFIER', `One has the identifier ${one[0]}${inScheme}, the other ${other[0]}.`),
    ];
  });
}

/** Dates of one predicate: they speak against it where none of the one's can be one of the other's. */
function dateReasons({ reading, a, b }: Sides): readonly IdentityReason[] {
  const predicates = new Set(a.dates.map(({ claim }) => claim.predicate));
  return [...predicates].flatMap((predicate): readonly IdentityReason[] => {
    const [one, other] = [a, b].map(({ dates }) =>
      dates.filter(({ claim }) => claim.predicate === predicate),
    );
    const [first, second] = [one?.[0], other?.[0]];
    if (!one || !other || !first || !second) return [];
    const pairs = one.flatMap(mine => other.map(theirs => [mine, theirs] as const));
    const fit = pairs.find(([mine, theirs]) => overlaps(dateOf(mine), dateOf(theirs)));
    const words = ([mine, theirs]: readonly [ClaimRecord, ClaimRecord]): string =>
      `${reading.graph.sentenceOf(mine)}; ${reading.graph.sentenceOf(theirs)}.`;
    if (!fit) return [against('DIFFERENT_DATE', words([first, second]))];
    const length = Math.max(...fit.map(record => dateOf(record).to - dateOf(record).from));
    if (length > YEAR) return [];
    return [{ kind: 'SAME_DATE', explained: words(fit), weight: length > YEAR / 12 ? 0.2 : 0.5 }];
  });
}

const dateOf = ({ claim: { value } }: ClaimRecord): TimeSpan =>
  readTimeSpan(value && 'text' in value ? value.text : undefined);

function sameOffices({ reading, a, b }: Sides): readonly IdentityReason[] {
  const { identities } = reading.lens;
  const isShared = (mine: ClaimRecord, theirs: ClaimRecord): boolean =>
    mine.claim.predicate === theirs.claim.predicate &&
    identities.areOne(mine.claim.object ?? '', theirs.claim.object ?? '') &&
    overlaps(mine.span, theirs.span);
  const shared = a.offices.filter(mine => b.offices.some(theirs => isShared(mine, theirs)));
  const objects = new Map(shared.map(record => [identities.homeOf(record.claim.object ?? ''), record]));
  return [...objects.values()].slice(0, MOST_OFFICES).map(record => ({
    kind: 'SAME_OFFICE',
    explained: `${reading.graph.sentenceOf(record)}; so is said of ${b.label} too.`,
    weight: 0.3,
  }));
}
