// A reference of a statement: the sources that it names, each with its other details in words.
import type { Relay } from '../../domain/command.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceDescription } from '../../domain/source.js';
import { readUrl, TEXT_LIMITS } from '../../domain/text.js';
import { entityOf } from './known-kinds.js';
import type { StatementScope } from './scope.js';
import type { Snak } from './snak.js';
import { joined, wordsOf } from './snak-words.js';

const ADDRESSES = ['P854', 'P4656'];
/** Those who can have said it, first the likeliest. */
const PARTIES = ['P248', 'P123', 'P143'];
const TITLE = 'P1476';
const PUBLISHED = 'P577';
const ACTORS: readonly string[] = ['PERSON', 'ORGANIZATION', 'STATE'];

export interface ReadReference {
  /** None where the reference names nothing that could be a source. */
  readonly relays: readonly Relay[];
  /** What no source holds, in words: all of it where there is no source. */
  readonly words: readonly string[];
}

/** @param page the address of the page that has the reference: it cannot relay itself. */
export function readReference(scope: StatementScope, snaks: readonly Snak[], page: string): ReadReference {
  const party = partyOf(scope, snaks);
  const title = titleOf(scope, snaks);
  const published = publishedOf(snaks);
  const addresses = snaks.flatMap(snak => addressIn(snak, page) ?? []);
  // One address is one source, which keeps what it was first told with: so each reference tells its party, title and day, too.
  const used = new Set((addresses.length > 0 ? addresses : [party, title, published]).map(one => one?.snak));
  const rest = snaks.filter(snak => !used.has(snak));
  const described = describe(scope, party, title, published);
  const words = rest.map(snak => `${scope.word(snak.property)} ${wordsOf(snak)}`);
  const descriptions: SourceDescription[] =
    addresses.length > 0
      ? addresses.map(({ url }) => ({ ...described, url }))
      : titled(scope, described, rest).filter(isSource);
  if (descriptions.length === 0)
    return { relays: [], words: snaks.map(snak => `${scope.word(snak.property)} ${wordsOf(snak)}`) };
  const { text, left } = joined(words, TEXT_LIMITS.wording);
  const locator = text === '' ? {} : { locator: text };
  return { relays: descriptions.map(source => ({ source: { new: source }, ...locator })), words: left };
}

interface Taken<T> {
  readonly snak: Snak;
  readonly is: T;
}

function partyOf(scope: StatementScope, snaks: readonly Snak[]): Taken<string> | undefined {
  const found = PARTIES.flatMap(property => snaks.filter(snak => snak.property === property)).find(
    ({ value }) => value?.type === 'ENTITY' && ACTORS.includes(scope.kinds.of(value.id)),
  );
  return found?.value?.type === 'ENTITY' ? { snak: found, is: found.value.id } : undefined;
}

function titleOf(scope: StatementScope, snaks: readonly Snak[]): Taken<string> | undefined {
  const snak = snaks.find(({ property, value }) => property === TITLE && value?.type === 'TEXT');
  if (snak?.value?.type !== 'TEXT') return undefined;
  const is = scope.kept(snak.value.text, 'title', 'title of a reference');
  return is === undefined ? undefined : { snak, is };
}

function publishedOf(snaks: readonly Snak[]): Taken<string> | undefined {
  const snak = snaks.find(
    ({ property, value }) => property === PUBLISHED && value?.type === 'TIME' && value.time.edtf !== null,
  );
  const edtf = snak?.value?.type === 'TIME' ? snak.value.time.edtf : null;
  return snak && edtf !== null ? { snak, is: edtf } : undefined;
}

function addressIn(snak: Snak, page: string): { snak: Snak; url: string } | undefined {
  if (!ADDRESSES.includes(snak.property) || snak.value?.type !== 'TEXT') return undefined;
  try {
    const url = readUrl(snak.value.text, []);
    return url === page ? undefined : { snak, url };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return undefined;
  }
}

function describe(
  scope: StatementScope,
  party: Taken<string> | undefined,
  title: Taken<string> | undefined,
  published: Taken<string> | undefined,
): SourceDescription {
  return {
    kind: 'DOCUMENT',
    ...(title === undefined ? {} : { title: title.is }),
    ...(published === undefined ? {} : { publishedAt: published.is }),
    ...(party === undefined ? {} : { party: (scope.entity(party.is), entityOf(party.is)) }),
  };
}

/** What has no address is told apart by its title, or by what stands for one. */
function titled(
  scope: StatementScope,
  described: SourceDescription,
  rest: readonly Snak[],
): SourceDescription[] {
  const title = described.title ?? otherTitle(scope, rest)?.slice(0, TEXT_LIMITS.title);
  return [{ ...described, ...(title === undefined ? {} : { title }) }];
}

/** A work that is no party, or a record by its number. */
function otherTitle(scope: StatementScope, rest: readonly Snak[]): string | undefined {
  const named = rest.filter(({ property, datatype }) => property === 'P248' || datatype === 'external-id');
  const words = named
    .filter(({ value }) => value !== null)
    .map(snak => `${scope.word(snak.property)} ${wordsOf(snak)}`);
  return words.length === 0 ? undefined : words.join(', ');
}

const isSource = ({ title, party }: SourceDescription): boolean => title !== undefined || party !== undefined;
