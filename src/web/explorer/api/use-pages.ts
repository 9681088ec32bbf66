// A long list, page by page: each press of "show more" asks for the next, and what is recorded has all of them asked anew.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { ask, type ApiProblem } from './ask.js';
import { question } from './use-ask.js';

/** A list of the API, as far as paging is concerned. */
export interface Listed<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Item[];
}

export interface Pages<Item> {
  readonly asked: UseInfiniteQueryResult<InfiniteData<Listed<Item>>, ApiProblem>;
  /** Of all pages so far. */
  readonly items: readonly Item[];
  /** On all pages, shown or not. */
  readonly total: number;
}

/** @param listOf the list in an answer; where there is none, it is taken as empty. */
export function usePages<Answer, Variables extends { readonly after?: string | null | undefined }, Item>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Omit<Variables, 'after'>,
  listOf: (answer: Answer) => Listed<Item> | null | undefined,
): Pages<Item> {
  const page = (after: string | null): Variables => ({ ...variables, after }) as Variables;
  const asked = useInfiniteQuery<
    Listed<Item>,
    ApiProblem,
    InfiniteData<Listed<Item>>,
    QueryKey,
    string | null
  >({
    queryKey: ['pages', ...question(document, page(null)).queryKey],
    queryFn: async ({ pageParam, signal }) => listOf(await ask(document, page(pageParam), signal)) ?? NOTHING,
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
  return {
    asked,
    items: asked.data?.pages.flatMap(({ nodes }) => nodes) ?? [],
    total: asked.data?.pages[0]?.totalCount ?? 0,
  };
}

const NOTHING = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
