// The text of a source: the newest kept version, or else the file in the folder of `--texts`.
import type { Quote } from '../../domain/attestation.js';
import { LONGEST_KEPT_TEXT } from '../../domain/kept-text.js';
import { AnchorText, type QuoteAnchor } from '../../domain/quote-anchor.js';
import type { Source } from '../../domain/source.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { TextRecord } from '../../graph/records/records.js';
import type { Soon } from '../../graph/work/soon.js';
import type { Work } from '../../graph/work/work.js';
import { type RequestContext, workOf } from './context.js';

export interface SourceText {
  readonly text: string;
  /** Null for a file of `--texts`. */
  readonly version: TextRecord | null;
}

// Of one operation: a subscription lasts, and texts may be taken away meanwhile.
const textsRead = new WeakMap<Work, ReadTexts>();

interface ReadText {
  readonly text: Promise<string | null>;
  /** Its length, once it is read. */
  characters: number;
  anchors: Soon<AnchorText> | null;
}

/** Quotes of one source come together, and texts may be large: no more are kept than the largest one takes. */
class ReadTexts {
  private readonly texts = new Map<string, ReadText>();

  /** @param key identifies the text */
  get(key: string, read: () => Promise<string | null>): ReadText {
    const known = this.texts.get(key);
    if (known) return known;
    const text: ReadText = { text: read(), characters: 0, anchors: null };
    this.texts.set(key, text);
    void text.text.then(
      read => {
        text.characters = read?.length ?? 0;
        this.forgetOldest();
      },
      () => this.texts.delete(key),
    );
    return text;
  }

  private forgetOldest(): void {
    let characters = [...this.texts.values()].reduce((sum, text) => sum + text.characters, 0);
    for (const [key, text] of this.texts) {
      if (characters <= LONGEST_KEPT_TEXT || this.texts.size === 1) return;
      this.texts.delete(key);
      characters -= text.characters;
    }
  }
}

/** Null where there is no text, or it is missing or damaged. */
export async function textFor(
  context: RequestContext,
  source: Source,
  viewed: ViewedGraph,
): Promise<SourceText | null> {
  const version = newestText(source, viewed);
  if (!version) {
    const text = context.texts?.find(source) ?? null;
    return text === null ? null : { text, version: null };
  }
  const text = version.redacted === null ? await readText(context, version.sha256) : null;
  return text === null ? null : { text, version };
}

export const newestText = ({ id }: Pick<Source, 'id'>, { graph, lens }: ViewedGraph): TextRecord | null =>
  lens.latest(graph.textsOf(id));

/** Where a quote stands in the newest text of its source. */
export async function anchorIn(
  context: RequestContext,
  source: Source,
  viewed: ViewedGraph,
  quote: Quote,
): Promise<QuoteAnchor> {
  const found = await textFor(context, source, viewed);
  if (found === null) return 'UNCHECKED';
  const work = workOf(context);
  const { text, version } = found;
  const read = readOnce(context, version?.sha256 ?? `file ${source.textFile ?? ''}`, () =>
    Promise.resolve(text),
  );
  const anchors = await (read.anchors ??= work.run(AnchorText.of(text)));
  return work.run(anchors.anchor(quote));
}

const readText = (context: RequestContext, sha256: string): Promise<string | null> =>
  readOnce(context, sha256, () => context.ledger.texts?.read(sha256) ?? Promise.resolve(null)).text;

function readOnce(context: RequestContext, key: string, read: () => Promise<string | null>): ReadText {
  const { work } = context;
  const texts = (work && textsRead.get(work)) ?? new ReadTexts();
  if (work) textsRead.set(work, texts);
  return texts.get(key, read);
}
