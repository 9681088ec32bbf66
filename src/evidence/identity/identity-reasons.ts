// The reasons for and against two entities being one, each with its kind and words, and the score they make.
import { overlaps } from '../../domain/time-span.js';
import { NAME_LIKENESSES, type NameTwin } from '../../graph/names/name-twins.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { sorted, type Resumable } from '../../graph/work/resumable.js';
import { bySeq } from '../../graph/walks/walk.js';
import { dateOf, type IdentityProfile } from './identity-profile.js';
import type { ViewedGraph } from '../viewed-graph.js';

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
  readonly viewed: ViewedGraph;
  readonly a: IdentityProfile;
  readonly b: IdentityProfile;
}

export interface IdentityReasons {
  readonly reasons: readonly IdentityReason[];
  readonly against: readonly IdentityReason[];
}

/** Holds two profiles against each other. A step for each thing that is held against the other side. */
export function* reasonsOn(sides: Sides, twin: NameTwin | null): Resumable<IdentityReasons> {
  const { a, b } = sides;
  yield 1 + a.pages.size + a.identifiers.size;
  const found = [...identifierReasons(sides), ...(yield* dateReasons(sides))];
  const speaksFor = ({ weight }: IdentityReason): boolean => weight > 0;
  return {
    reasons: [
      ...(twin ? [nameReason(a, twin)] : []),
      ...samePages(sides),
      ...found.filter(speaksFor),
      ...(yield* sameOffices(sides)),
    ],
    against: [
      ...(a.kind === b.kind ? [] : [against('DIFFERENT_KIND', `One is a ${a.kind}, the other a ${b.kind}.`)]),
      ...found.filter(reason => !speaksFor(reason)),
    ],
  };
}

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
  [...a.pages]
    .filter(page => b.pages.has(page))
    .map(page => ({ kind: 'SAME_PAGE', explained: `Both have the page ${page}.`, weight: 0.9 }));

function identifierReasons({ a, b }: Sides): readonly IdentityReason[] {
  return [...a.identifiers].flatMap(([scheme, own]): readonly IdentityReason[] => {
    const others = b.identifiers.get(scheme);
    if (!others) return [];
    const inScheme = scheme === '' ? '' : ` in ${scheme}`;
    const [one, other] = [[...own], [...others]];
    const shared = one.find(value => others.has(value));
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
function* dateReasons({ viewed, a, b }: Sides): Resumable<readonly IdentityReason[]> {
  const reasons: IdentityReason[] = [];
  for (const [predicate, own] of a.dates) {
    const others = b.dates.get(predicate);
    const [first, second] = [own.claims[0], others?.claims[0]];
    if (!others || !first || !second) continue;
    yield own.claims.length + others.claims.length;
    const mine = own.claims.find(record => others.times.meet(dateOf(record)));
    const theirs = mine && others.claims.find(record => overlaps(dateOf(mine), dateOf(record)));
    const words = (...claims: readonly ClaimRecord[]): string =>
      `${claims.map(record => viewed.graph.sentenceOf(record)).join('; ')}.`;
    if (!mine || !theirs) {
      reasons.push(against('DIFFERENT_DATE', words(first, second)));
      continue;
    }
    const length = Math.max(...[mine, theirs].map(record => dateOf(record).to - dateOf(record).from));
    if (length > YEAR) continue;
    reasons.push({
      kind: 'SAME_DATE',
      explained: words(mine, theirs),
      weight: length > YEAR / 12 ? 0.2 : 0.5,
    });
  }
  return reasons;
}

function* sameOffices({ viewed, a, b }: Sides): Resumable<readonly IdentityReason[]> {
  const { identities } = viewed.lens;
  const shared: ClaimRecord[] = [];
  for (const [office, own] of a.offices) {
    const others = b.offices.get(office);
    yield 1 + (others ? own.claims.length : 0);
    if (others) shared.push(...own.claims.filter(({ span }) => others.times.meet(span)));
  }
  const inOrder = yield* sorted(shared, bySeq);
  const objects = new Map(inOrder.map(record => [identities.homeOf(record.claim.object ?? ''), record]));
  return [...objects.values()].slice(0, MOST_OFFICES).map(record => ({
    kind: 'SAME_OFFICE',
    explained: `${viewed.graph.sentenceOf(record)}; so is said of ${b.label} too.`,
    weight: 0.3,
  }));
}
