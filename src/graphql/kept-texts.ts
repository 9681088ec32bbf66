// The text of a source that a question is about: the newest that was kept by then, else the file that `--texts` gives it.
import type { Source } from '../domain/source.js';
import type { Reading } from '../evidence/reading.js';
import type { TextRecord } from '../graph/records.js';
import type { RequestContext } from './context.js';

export interface SourceText {
  readonly text: string;
  /** Null for a file of `--texts`. */
  readonly version: TextRecord | null;
}

// One at a time: quotes of one source come together, and texts may be large.
const lastRead = new WeakMap<
  RequestContext,
  { readonly sha256: string; readonly text: Promise<string | null> }
>();

/** Null where there is no text, or it is missing or damaged. */
export async function textFor(
  context: RequestContext,
  source: Source,
  reading: Reading,
): Promise<SourceText | null> {
  const version = newestText(source, reading);
  if (!version) {
    const text = context.texts?.find(source) ?? null;
    return text === null ? null : { text, version: null };
  }
  const text = version.redacted === null ? await readText(context, version.sha256) : null;
  return text === null ? null : { text, version };
}

export const newestText = ({ id }: Pick<Source, 'id'>, { graph, lens }: Reading): TextRecord | null =>
  lens.latest(graph.textsOf(id));

function readText(context: RequestContext, sha256: string): Promise<string | null> {
  const last = lastRead.get(context);
  if (last?.sha256 === sha256) return last.text;
  const text = context.ledger.texts?.read(sha256) ?? Promise.resolve(null);
  lastRead.set(context, { sha256, text });
  return text;
}
