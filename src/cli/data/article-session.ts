// One import of articles: what its importer is handed, and the review that may follow.
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceId } from '../../domain/ids.js';
import { sourceId, type SourceDescription } from '../../domain/source.js';
import type { Ask } from '../../graphql/local-api.js';
import { checkArticleOptions, type ArticleOptions, type ArticleSurroundings } from './open-article.js';
import { review, reviewer } from './review-command.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface ArticleImport extends ArticleOptions {
  readonly format: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export class ArticleSession implements ArticleSurroundings {
  private readonly articles = new Map<SourceId, SourceDescription>();
  private readonly question: ReturnType<typeof reviewer> | null;
  private asking: Ask | null = null;

  /** @throws InvalidInput for options that do not fit, and for a review where nobody could answer. */
  constructor(
    options: ArticleImport,
    files: number,
    private readonly from: Surroundings,
  ) {
    checkArticleOptions(options.format, options, files);
    if (options.review && (options.dryRun || options.json)) {
      throw new InvalidInput('--review writes and asks: leave out --dry-run and --json.');
    }
    this.question = options.review ? reviewer(from) : null;
  }

  /** Tells how to ask the journal, once it is open. */
  opened(ask: Ask): void {
    this.asking = ask;
  }

  readonly ask: Ask = question => {
    if (!this.asking) throw new Error('the journal is not open yet');
    return this.asking(question);
  };

  readonly onArticle = (source: SourceDescription): void => void this.articles.set(sourceId(source), source);

  /** Does nothing unless it was asked for. */
  async review(): Promise<void> {
    if (!this.question) return;
    let attached = 0;
    for (const source of this.articles.values()) {
      if (this.articles.size > 1) this.from.out(source.title ?? source.url ?? '');
      attached += await review(source, this.ask, this.question, this.from);
    }
    this.from.out(`Attached ${attached}.`);
  }
}
