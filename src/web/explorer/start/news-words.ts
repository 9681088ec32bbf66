// What is new, in words: the newest entries of the journal, with those about one claim put together.
import type { ClaimWeighedFragment, EventType, NewsEntryFragment } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';

/** What one person recorded lately about one claim. */
export interface NewsItem {
  readonly claim: ClaimWeighedFragment;
  /** `New claim: UPI says so`, `UPI and Yonhap now deny it`. */
  readonly words: string;
  /** Of the newest of its entries. */
  readonly at: string;
  readonly by: string;
  readonly way: NewsEntryFragment['way'];
}

/** Each claim as often as others recorded something about it, by the newest entry first. */
export function newsOf(entries: readonly NewsEntryFragment[]): readonly NewsItem[] {
  const told = new Map<string, NewsEntryFragment[]>();
  for (const entry of entries) {
    if (!entry.claim) continue;
    const key = JSON.stringify([entry.claim.id, entry.by, entry.way]);
    const same = told.get(key);
    if (same) same.push(entry);
    else told.set(key, [entry]);
  }
  return [...told.values()].flatMap(same => {
    const [newest] = same;
    if (!newest?.claim) return [];
    const { claim, at, by, way } = newest;
    return [{ claim, words: wordsOf(same), at, by, way }];
  });
}

/** The moment right after, which no longer counts; recorded times are whole milliseconds. */
export const untilAfter = (moment: string): string => new Date(Date.parse(moment) + 1).toISOString();

function wordsOf(entries: readonly NewsEntryFragment[]): string {
  const has = (type: EventType): boolean => entries.some(entry => entry.type === type);
  const isNew = has('ClaimMade');
  const sayers = (polarity: 'AFFIRMS' | 'DENIES', type: EventType = 'SourceAttached') =>
    entries.flatMap(({ type: found, attestation }) =>
      found === type && attestation?.polarity === polarity ? [attestation] : [],
    );
  const now = isNew ? '' : 'now ';
  const said = [
    ...saidBy(sayers('AFFIRMS'), `${now}says so`, `${now}say so`),
    ...saidBy(sayers('DENIES'), `${now}denies it`, `${now}deny it`),
    ...saidBy(
      sayers('AFFIRMS', 'AttestationWithdrawn'),
      'is withdrawn as saying so',
      'are withdrawn as saying so',
    ),
    ...saidBy(
      sayers('DENIES', 'AttestationWithdrawn'),
      'is withdrawn as denying it',
      'are withdrawn as denying it',
    ),
    ...(has('ClaimSuperseded') ? ['another claim is in its place'] : []),
    ...(has('ClaimWithdrawn') ? ['the claim is withdrawn'] : []),
  ].join('; ');
  if (!isNew) return said.replace(/^./, first => first.toUpperCase());
  return said === '' ? 'New claim' : `New claim: ${said}`;
}

type Sayer = NonNullable<NewsEntryFragment['attestation']>;

/** Those whose source is here are named before those whom they pass on. */
function saidBy(sayers: readonly Sayer[], one: string, many: string): string[] {
  if (sayers.length === 0) return [];
  const held = sayers.filter(sayer => sayer.held);
  const names = [...new Set((held.length > 0 ? held : sayers).map(({ source }) => partyWords(source)))];
  return [`${listed(names.toReversed())} ${names.length === 1 ? one : many}`];
}

const NAMED = 3;

/** `UPI, Yonhap and 4 others`. */
function listed(names: readonly string[]): string {
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} others`] : shown;
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
