// A quoted phrase, and whether it still stands in its text.
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { Quote } from '../../domain/attestation.js';
import type { QuoteAnchor } from '../../domain/quote-anchor.js';
import type { Source } from '../../domain/source.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { BeyondJournal } from '../words/beyond-journal.js';
import type { RequestContext } from '../operation/context.js';
import { QuoteAnchorEnum } from '../words/enums.js';
import { anchorIn, textFor } from '../operation/kept-texts.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { SourceTextType } from './source-text.js';

@ObjectType('Quote', {
  description: 'A quoted phrase and its place, after the W3C Web Annotation TextQuoteSelector.',
})
export class QuoteType {
  constructor(
    private readonly quote: Quote,
    private readonly source: Source,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => String, 'The phrase, word for word.')
  get exact(): string {
    return this.quote.exact;
  }

  @ShownOrNull(() => String, 'The text right before it.')
  get prefix(): string | null {
    return this.quote.prefix ?? null;
  }

  @ShownOrNull(() => String, 'The text right after it.')
  get suffix(): string | null {
    return this.quote.suffix ?? null;
  }

  @ShownOrNull(() => Int, 'The number of its paragraph, from 1.')
  get paragraph(): number | null {
    return this.quote.paragraph ?? null;
  }

  @ShownOrNull(() => Int, 'Where it begins in the paragraph, in UTF-16 units from 0.')
  get start(): number | null {
    return this.quote.start ?? null;
  }

  @ShownOrNull(() => Int, 'Where it ends in the paragraph, in UTF-16 units, exclusive.')
  get end(): number | null {
    return this.quote.end ?? null;
  }

  @ShownOrNull(() => String, "SHA-256 of the paragraph's text, in hex.")
  get textHash(): string | null {
    return this.quote.textHash ?? null;
  }

  @BeyondJournal()
  @Field(() => QuoteAnchorEnum, {
    description: 'Whether it still stands in the newest text of its source, if that is here.',
  })
  anchor(@Ctx() context: RequestContext): Promise<QuoteAnchor> {
    return anchorIn(context, this.source, this.viewed, this.quote);
  }

  @BeyondJournal()
  @Field(() => SourceTextType, {
    nullable: true,
    description:
      'The version of the text that `anchor` is about; null where none was kept or it is not there.',
  })
  async anchoredIn(@Ctx() context: RequestContext): Promise<SourceTextType | null> {
    const found = await textFor(context, this.source, this.viewed);
    return found?.version ? new SourceTextType(found.version) : null;
  }
}
