// An article: its text is kept, as a version of the text of its source. Claims are not read out of it: see `candidates` of the API.
import type { AddEntity } from '../../domain/command.js';
import type { EntityId } from '../../domain/ids.js';
import { readKeptText } from '../../domain/kept-text.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { SourceDescription } from '../../domain/source.js';
import type { ImportedItem, Importer, ImportInput } from '../import/importer.js';
import { articleText, isHtml, refuseOtherCharset } from './article-text.js';
import { parseHtml } from './html-elements.js';
import { htmlFacts } from './html-facts.js';
import { htmlText } from './html-text.js';

/** Who published it; `isNew` is the name of an organization that is not known yet. */
export interface ArticleParty {
  readonly id: EntityId;
  readonly isNew?: string;
}

/** What the one who imports it says of it; title, day and address are else taken from the page. */
export interface ArticleDescription extends Partial<
  Pick<SourceDescription, 'kind' | 'title' | 'url' | 'publishedAt' | 'partyDescribedAs'>
> {
  /** Asked for once it is needed. */
  readonly party?: () => Promise<ArticleParty>;
  /** Told how the source was described. */
  readonly onArticle?: (source: SourceDescription) => void;
}

/** Reads `.txt` and `.html`; text is in paragraphs that are parted by blank lines. */
export const articleImporter = (described: ArticleDescription): Importer => ({
  name: 'article',
  async *read(input): AsyncIterable<ImportedItem> {
    const { text, ...facts } = await articleOf(input);
    const { kind = 'ARTICLE', partyDescribedAs, party, onArticle } = described;
    const title = described.title ?? facts.title;
    const url = described.url ?? facts.url;
    const publishedAt = described.publishedAt ?? facts.publishedAt;
    if (title === undefined && url === undefined) throw nameless(input.name);
    const publisher = await party?.();
    const source: SourceDescription = {
      kind,
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(publisher === undefined ? {} : { party: publisher.id }),
      ...(partyDescribedAs === undefined ? {} : { partyDescribedAs }),
    };
    onArticle?.(source);
    yield {
      place: { file: input.name, line: 1 },
      commands: [...added(publisher), { type: 'KeepText', source: { new: source }, text }],
    };
  },
});

const added = (party?: ArticleParty): readonly AddEntity[] =>
  party?.isNew === undefined
    ? []
    : [{ type: 'AddEntity', id: party.id, kind: 'ORGANIZATION', label: party.isNew }];

async function articleOf(input: ImportInput) {
  const raw = await articleText(input);
  if (!isHtml(input.name, raw)) return { text: kept(raw, input.name) };
  refuseOtherCharset(raw, input.name);
  const page = parseHtml(raw);
  return { ...htmlFacts(page), text: kept(htmlText(page), input.name) };
}

function kept(text: string, file: string): string {
  try {
    return readKeptText(text);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(`${file}: ${error.message}`, { file, line: 1 });
  }
}

const nameless = (file: string): InvalidInput =>
  new InvalidInput(
    `${file} has neither title nor address, so that it could not be told from others: give --title or --url.`,
    { file, line: 1 },
  );
