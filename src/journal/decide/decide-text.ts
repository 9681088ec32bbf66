// Decides keeping a text of a source: it is a new version, unless it is the newest one already.
import type { KeepText } from '../../domain/command.js';
import type { Event } from '../../domain/event.js';
import { readKeptText, textHashOf } from '../../domain/kept-text.js';
import { readUrl } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { Decision } from './decision.js';
import { resolveSource } from './resolve-source.js';

/** Whoever has the text has the source: it is held from then on. */
export function decideKeepText(graph: ClaimGraph, { source: ref, text, url }: KeepText): Decision {
  const { source, isNew } = resolveSource(graph, ref, ['source']);
  const kept = readKeptText(text);
  const sha256 = textHashOf(kept);
  const events: Event[] = isNew ? [{ type: 'SourceAdded', source }] : [];
  if (!graph.findSource(source.id)?.held) events.push({ type: 'SourceHeld', source: source.id });
  const newest = graph.textsOf(source.id).at(-1);
  if (newest?.sha256 !== sha256 || newest.redacted !== null) {
    const address = url === undefined ? source.url : readUrl(url, ['url']);
    events.push({
      type: 'TextKept',
      source: source.id,
      sha256,
      characters: kept.length,
      ...(address === undefined ? {} : { url: address }),
    });
  }
  return { events };
}
