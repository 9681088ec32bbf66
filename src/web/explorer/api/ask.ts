// Asks the API this page came from: one typed document and its variables, by POST.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Why there is no answer: in words for people, with the server's code, or `OFFLINE` where it does not answer at all. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

interface Envelope<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string } | undefined;
  }[];
}

/** Kept in memory alone, so that it is gone with the page. */
let token: string | null = null;

/** From now on every question carries this token. */
export function keepToken(given: string | null): void {
  token = given;
}

export const authorization = (): string | null => (token === null ? null : `Bearer ${token}`);

/** The latest journal position of any answer: another server that answers next must have reached it. */
let place = 0;

/**
 * The whole answer.
 * @throws ApiProblem where there is none, or where a part of it failed.
 */
export async function ask<Answer, Variables>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = JSON.stringify({ query: textOf(document), variables });
  let envelope = await sent<Answer>(body, signal);
  if (codeOf(envelope) === 'JOURNAL_BEHIND') {
    // Nobody came as far: the journal is another one than it was.
    place = 0;
    envelope = await sent(body, signal);
  }
  const { data, errors } = envelope;
  const [problem] = errors ?? [];
  if (problem) throw new ApiProblem(problem.message, codeOf(envelope) ?? 'UNKNOWN');
  if (!data) throw new ApiProblem('The server answered nothing.', 'UNKNOWN');
  return data;
}

const codeOf = ({ errors }: Envelope<unknown>): string | undefined => errors?.[0]?.extensions?.code;

async function sent<Answer>(body: string, signal?: AbortSignal): Promise<Envelope<Answer>> {
  const bearer = authorization();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-hearsay-min-seq': String(place),
      ...(bearer === null ? {} : { authorization: bearer }),
    },
    body,
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem('The server does not answer. Is it still running?', 'OFFLINE');
  });
  place = Math.max(place, Number(response.headers.get('x-hearsay-seq')));
  return readEnvelope<Answer>(response);
}

const readEnvelope = async <Answer>(response: Response): Promise<Envelope<Answer>> =>
  response.json().catch(() => {
    throw new ApiProblem(`The server answered with ${response.status} and no JSON.`, 'UNKNOWN');
  }) as Promise<Envelope<Answer>>;

const texts = new WeakMap<object, string>();

/** A document as GraphQL text. */
export function textOf(document: TypedDocumentNode<unknown, never>): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}
