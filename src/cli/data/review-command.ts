// The review after an article was imported: each claim that it may say is shown with its quote, and attached where someone says yes.
import { InvalidInput } from '../../domain/refusal.js';
import { sourceId, type SourceDescription } from '../../domain/source.js';
import type { Ask } from '../../graphql/local-api.js';
import { ATTACH_SOURCE, type AttachPayload } from '../ask/attach-operation.js';
import type { Surroundings } from '../terminal/surroundings.js';

type Question = NonNullable<Surroundings['question']>;

interface Quote {
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly paragraph: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly textHash: string | null;
}

interface Candidate {
  readonly claim: { readonly id: string; readonly sentence: string; readonly status: string };
  readonly inOneSentence: boolean;
  readonly quote: Quote;
}

const SOURCES = `query Sources($id: ID!, $url: String, $withUrl: Boolean!, $title: String, $withTitle: Boolean!) {
  source(id: $id) { id }
  byUrl: sources(url: $url, first: 1) @include(if: $withUrl) { nodes { id } }
  byTitle: sources(text: $title, first: 100) @include(if: $withTitle) {
    nodes { id kind title publishedAt texts { sha256 } }
  }
}`;

const CANDIDATES = `query Candidates($source: ID!, $after: String) {
  candidates(source: $source, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      claim { id sentence status }
      inOneSentence
      quote { exact prefix suffix paragraph start end textHash }
    }
  }
}`;

/** @throws InvalidInput where nobody could answer. */
export function reviewer({ question }: Surroundings): Question {
  if (question) return question;
  throw new InvalidInput(
    '--review asks at a terminal, and there is none here: import without it, and ask the API for `candidates`.',
  );
}

/** Asks of each candidate: y attaches it, n goes on, s stops. Says how many were attached. */
export async function review(
  source: SourceDescription,
  ask: Ask,
  question: Question,
  { out, err }: Surroundings,
): Promise<number> {
  const id = await idOf(source, ask);
  const candidates = await candidatesOf(id, ask);
  out(candidates.length === 0 ? 'It names both ends of no claim that is known.' : '');
  let attached = 0;
  for (const [place, candidate] of candidates.entries()) {
    const { claim, quote, inOneSentence } = candidate;
    out(`${place + 1} of ${candidates.length}: ${claim.sentence} [${claim.status}]`);
    out(`  “${quote.exact}” (paragraph ${quote.paragraph ?? '?'})`);
    if (!inOneSentence) out('  The sentence names one of the two; the other stands in the same paragraph.');
    const answer = await answered(question);
    if (answer === 's') break;
    if (answer === 'n') continue;
    const problem = await attach(id, candidate, ask);
    if (problem === null) attached += 1;
    else err(problem);
  }
  return attached;
}

/** Without an answer, as at the end of input, it stops. */
async function answered(question: Question): Promise<'y' | 'n' | 's'> {
  for (;;) {
    const answer = await question('Does the text say so? y (attach), n (no), s (stop): ');
    const letter = answer === null ? 's' : answer.trim().toLowerCase().slice(0, 1);
    if (letter === 'y' || letter === 'n' || letter === 's') return letter;
  }
}

async function attach(id: string, { claim, quote }: Candidate, ask: Ask): Promise<string | null> {
  const input = { claim: claim.id, source: { id }, quote };
  const { data, errors } = await ask({ query: ATTACH_SOURCE, variables: { input } });
  const payload = data?.['attachSource'] as AttachPayload | undefined;
  const [problem] = [...(errors ?? []), ...(payload?.userErrors ?? [])];
  return problem?.message ?? null;
}

async function candidatesOf(source: string, ask: Ask): Promise<readonly Candidate[]> {
  const all: Candidate[] = [];
  for (let after: string | null = null; ;) {
    const data = await answer(ask, CANDIDATES, { source, after });
    const page = data['candidates'] as {
      readonly nodes: readonly Candidate[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

interface Listed {
  readonly id: string;
  readonly kind?: string;
  readonly title?: string | null;
  readonly publishedAt?: string | null;
  readonly texts?: readonly object[];
}

/** By address where there is one; else it may be a source of the same content that has one. */
async function idOf(source: SourceDescription, ask: Ask): Promise<string> {
  const { url = null, title = null, publishedAt = null, kind } = source;
  const variables = {
    ...{ id: sourceId(source), url, withUrl: url !== null },
    ...{ title, withTitle: title !== null && url === null },
  };
  const data = await answer(ask, SOURCES, variables);
  const listed = (name: string): readonly Listed[] =>
    (data[name] as { readonly nodes: readonly Listed[] } | undefined)?.nodes ?? [];
  const same = listed('byTitle').filter(
    one => one.title === title && one.kind === kind && one.publishedAt === publishedAt && one.texts?.length,
  );
  const [found] = [
    ...[data['source'] as Listed | null].filter(one => one !== null),
    ...listed('byUrl'),
    ...same,
  ];
  if (found) return found.id;
  throw new InvalidInput('The article is not found again: ask the API for `candidates` of its source.');
}

async function answer(ask: Ask, query: string, variables: Readonly<Record<string, unknown>>) {
  const { data, errors } = await ask({ query, variables });
  const [problem] = errors ?? [];
  if (problem || !data) throw new InvalidInput(problem?.message ?? 'The server answered nothing.');
  return data;
}
