// Lists of sources: by party, words, address and publication time.
import type { EntityId } from '../../domain/ids.js';
import { readText, readUrl } from '../../domain/text.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { SourceRecord } from '../../graph/records/records.js';
import { getEntity } from '../../journal/decide/lookups.js';
import { viewKey } from './claim-list.js';
import type { Listing } from '../words/page.js';
import { SourceType } from '../types/source.js';

export interface SourceQuery {
  readonly party?: EntityId;
  readonly text?: string;
  readonly url?: string;
}

/** What it takes to see that a source is not wanted. */
const STEPS_A_ROW = 1;

/**
 * The sources of a view that fit a query, in the order they were recorded.
 * @throws NotFound for an unknown party, InvalidInput for a text or an address that cannot be read.
 */
export function sourceListing(viewed: ViewedGraph, { party, text, url }: SourceQuery): Listing<SourceType> {
  const { graph, joined, lens } = viewed;
  if (party !== undefined) getEntity(graph, party, ['party']);
  const address = url === undefined ? undefined : readUrl(url, ['url']);
  const words = text === undefined ? undefined : readText(text, 'title', ['text']);
  const isFound = words === undefined ? () => true : graph.sourceFinder(words);
  const isOf = (by: EntityId | undefined): boolean =>
    party === undefined || (by !== undefined && lens.identities.areOne(by, party));
  const candidates = (): Iterable<SourceRecord> => {
    if (address === undefined) return party === undefined ? graph.sources() : joined.sourcesOf(party);
    const record = graph.findSourceByUrl(address);
    return record && isOf(record.source.party) ? [record] : [];
  };
  return {
    query: { of: 'sources', party: party ?? null, words, address, view: viewKey(viewed) },
    rows: function* () {
      for (const record of candidates()) {
        if (!lens.knows(record) || !lens.isPublished(record) || !isFound(record)) yield STEPS_A_ROW;
        else yield { sortKey: [record.recorded.seq], node: new SourceType(record, viewed) };
      }
    },
  };
}
