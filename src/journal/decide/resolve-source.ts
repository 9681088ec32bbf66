// Finds the source that a reference means, or describes a new one in its normal form.
import type { SourceRef } from '../../domain/command.js';
import { InvalidInput } from '../../domain/refusal.js';
import { sourceId, type Source, type SourceDescription } from '../../domain/source.js';
import { readText, readUrl } from '../../domain/text.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { getEntity, missing } from './lookups.js';

export interface ResolvedSource {
  readonly source: Source;
  /** It is not in the graph yet. */
  readonly isNew: boolean;
}

/** By id, by address, or by description: one that fits a known source by address or content is that source. */
export function resolveSource(graph: ClaimGraph, ref: SourceRef, field: readonly string[]): ResolvedSource {
  if ([ref.id, ref.url, ref.new].filter(given => given !== undefined).length !== 1) {
    throw new InvalidInput('Give exactly one of id, url and new.', { field });
  }
  if (ref.new) {
    const description = readSource(graph, ref.new, [...field, 'new']);
    const known = graph.findSameSource(description);
    return known
      ? { source: known.source, isNew: false }
      : { source: { id: sourceId(description), ...description }, isNew: true };
  }
  const known =
    ref.id === undefined
      ? graph.findSourceByUrl(readUrl(ref.url ?? '', [...field, 'url']))
      : graph.findSource(ref.id);
  if (!known) missing('source', ref.id ?? ref.url ?? '', field, 'describe it under `new`');
  return { source: known.source, isNew: false };
}

/** Descriptions in their normal form by those that were given, which never change. */
const read = new WeakMap<SourceDescription, SourceDescription>();

const PARTY_KINDS: readonly string[] = ['PERSON', 'ORGANIZATION', 'STATE'];

function readSource(
  graph: ClaimGraph,
  given: SourceDescription,
  field: readonly string[],
): SourceDescription {
  if (given.party !== undefined) checkParty(graph, given.party, [...field, 'party']);
  const known = read.get(given);
  if (known) return known;
  const description = normalForm(given, field);
  read.set(given, description);
  return description;
}

/** Looks at form only, not at what exists. */
function normalForm(given: SourceDescription, field: readonly string[]): SourceDescription {
  const { kind, title, url, publishedAt, party, partyDescribedAs, textFile } = given;
  readTimeSpan(publishedAt, [...field, 'publishedAt']);
  if (party !== undefined && partyDescribedAs !== undefined) {
    throw new InvalidInput(
      '`partyDescribedAs` is for a party that is not named: leave it out beside `party`.',
      {
        field: [...field, 'partyDescribedAs'],
      },
    );
  }
  return {
    kind,
    ...(title === undefined ? {} : { title: readText(title, 'title', [...field, 'title']) }),
    ...(url === undefined ? {} : { url: readUrl(url, [...field, 'url']) }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(party === undefined ? {} : { party }),
    ...(partyDescribedAs === undefined
      ? {}
      : { partyDescribedAs: readText(partyDescribedAs, 'name', [...field, 'partyDescribedAs']) }),
    ...(textFile === undefined ? {} : { textFile: readText(textFile, 'name', [...field, 'textFile']) }),
  };
}

function checkParty(graph: ClaimGraph, party: string, field: readonly string[]): void {
  const { entity } = getEntity(graph, party, field);
  if (PARTY_KINDS.includes(entity.kind)) return;
  const found = `"${entity.label}" is a ${entity.kind}`;
  throw new InvalidInput(`${found}: a party must be one of ${PARTY_KINDS.join(', ')}.`, { field });
}
