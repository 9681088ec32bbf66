// What the API answers about claims and all that stands behind them: servers that drew the same journal answer the same.
import { createHash } from 'node:crypto';
import { ask } from '../fixtures/ask-api.js';

export interface GraphAnswers {
  /** Where the journal stood at each answer; one number where nothing was drawn in between. */
  readonly seqs: ReadonlySet<number>;
  /** Of all that was answered. */
  readonly hash: string;
  /** Ids. */
  readonly attestations: ReadonlySet<string>;
}

const SUPPORT = `{
  attestations sources parties origins independent exact independence soleDependencies { id }
  interested circular denials certainty
}`;

const CLAIM = `query Claim($id: ID!, $after: String) {
  stats { seq entities claims sources attestations }
  claim(id: $id) {
    sentence status statusExplained recorded { seq at by } support ${SUPPORT} supportAgainst ${SUPPORT}
    attestations(first: 100, after: $after) {
      nodes { id lineage certainty held carries recorded { seq at by } relays { id } source { id title kind } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for each claim with its support and everyone who says it. */
export async function readGraph(api: string, claims: readonly string[]): Promise<GraphAnswers> {
  const seqs = new Set<number>();
  const attestations = new Set<string>();
  const hash = createHash('sha256');
  for (const id of claims) {
    for (let after: string | null = null, isMore = true; isMore;) {
      const { data, text } = await ask(api, CLAIM, { id, after });
      const page = (data['claim'] as { readonly attestations: Page } | null | undefined)?.attestations;
      if (!page) throw new Error(`Claim ${id} cannot be read: ${text}`);
      hash.update(text);
      seqs.add((data['stats'] as { readonly seq: number }).seq);
      for (const node of page.nodes) attestations.add(node.id);
      ({ endCursor: after, hasNextPage: isMore } = page.pageInfo);
    }
  }
  return { seqs, hash: hash.digest('hex'), attestations };
}

/** Where the journal stands for a server. */
export async function seqOf(api: string): Promise<number> {
  const { data, text } = await ask(api, '{ stats { seq } }');
  const stats = data['stats'] as { readonly seq: number } | undefined;
  if (!stats) throw new Error(`There is no answer: ${text}`);
  return stats.seq;
}
