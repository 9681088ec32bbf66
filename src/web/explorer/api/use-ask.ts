// Queries and mutations as hooks: answers are cached until something is recorded, and the last answer is shown while the next one loads.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind } from 'graphql';
import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { ApiProblem, ask } from './ask.js';

/** Nothing here is asked again by itself: what was recorded says when. */
export const createAnswers = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        // What a server refuses it refuses again; one that is starting answers soon.
        retry: (failures, error) => error instanceof ApiProblem && error.code === 'OFFLINE' && failures < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** The options of one question, for `useQueries` and for asking ahead. */
export const question = <Answer, Variables>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
): Pick<UseQueryOptions<Answer, ApiProblem>, 'queryKey' | 'queryFn'> => ({
  queryKey: [nameOf(document), variables],
  queryFn: ({ signal }) => ask(document, variables, signal),
});

interface Asking {
  /** False: not asked yet. */
  readonly when?: boolean;
  /** False: nothing is shown until the answer to this very question is there. */
  readonly keep?: boolean;
}

export const useAsk = <Answer, Variables>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  { when = true, keep = true }: Asking = {},
): UseQueryResult<Answer, ApiProblem> =>
  useQuery<Answer, ApiProblem>({
    ...question(document, variables),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });

/** A mutation; once it is recorded, all that is shown is asked anew. */
export function useRecording<Answer, Variables>(
  document: TypedDocumentNode<Answer, Variables>,
  { changes = true }: { readonly changes?: boolean } = {},
): UseMutationResult<Answer, ApiProblem, Variables> {
  const answers = useQueryClient();
  return useMutation<Answer, ApiProblem, Variables>({
    mutationFn: variables => ask(document, variables),
    onSuccess: () => (changes ? answers.invalidateQueries() : undefined),
  });
}

/** Of the operation: fragments follow it. */
function nameOf(document: TypedDocumentNode<unknown, never>): string {
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) return definition.name?.value ?? '';
  return '';
}
