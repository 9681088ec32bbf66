// How articles are imported: what the options say of them, and who published them.
import type { EntityId } from '../../domain/ids.js';
import { contentId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { SOURCE_KINDS, type SourceDescription, type SourceKind } from '../../domain/source.js';
import { readTimeSpan } from '../../domain/time-span.js';
import { articleImporter, type ArticleParty } from '../../exchange/article/article-importer.js';
import type { Importer } from '../../exchange/import/importer.js';
import type { Ask } from '../../graphql/local-api.js';

/** Of articles alone. */
export interface ArticleOptions {
  readonly party?: string;
  readonly partyName?: string;
  readonly describedAs?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly kind?: string;
  readonly review?: boolean;
}

/** What an article's importer is handed by the command. */
export interface ArticleSurroundings {
  /** Asks the journal that is imported into; only once it is open. */
  readonly ask: Ask;
  readonly onArticle: (source: SourceDescription) => void;
}

const OPTIONS = ['party', 'partyName', 'describedAs', 'published', 'title', 'url', 'kind', 'review'] as const;
const PARTIES = `query Parties($text: String!) {
  search(text: $text, kinds: [PERSON, ORGANIZATION, STATE], first: 20) { edges { score node { id label } } }
}`;

interface Hit {
  readonly score: number;
  readonly node: { readonly id: EntityId; readonly label: string };
}

/** @throws InvalidInput for options that say too much or too little. */
export function openArticle(options: ArticleOptions, around: ArticleSurroundings): Importer {
  const { party, partyName, describedAs, published, title, url } = options;
  if ([party, partyName, describedAs].filter(given => given !== undefined).length > 1) {
    throw new InvalidInput('Give one of --party, --party-name and --described-as: it has one party.');
  }
  readTimeSpan(published, ['published']);
  let found: Promise<ArticleParty> | null = null;
  const partyOf = (): Promise<ArticleParty> =>
    (found ??=
      party === undefined ? partyNamed(partyName ?? '', around.ask) : Promise.resolve({ id: party }));
  return articleImporter({
    kind: kindOf(options.kind),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(describedAs === undefined ? {} : { partyDescribedAs: describedAs }),
    ...(party === undefined && partyName === undefined ? {} : { party: partyOf }),
    onArticle: around.onArticle,
  });
}

/** @throws InvalidInput where options of articles come with another format, or a single one's with several files. */
export function checkArticleOptions(format: string, options: ArticleOptions, files: number): void {
  const [given] = OPTIONS.filter(name => options[name] !== undefined);
  if (format !== 'article' && given !== undefined) {
    const flag = given.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    throw new InvalidInput(`--${flag} is for articles: leave it out, or give --format article.`);
  }
  if (files > 1 && (options.url !== undefined || options.title !== undefined)) {
    throw new InvalidInput('--title and --url are of one article: import each file by itself.');
  }
}

function kindOf(kind = 'ARTICLE'): SourceKind {
  const known = SOURCE_KINDS.find(word => word === kind.toUpperCase());
  if (known) return known;
  throw new InvalidInput(`--kind ${kind} is not one of ${SOURCE_KINDS.join(', ')}.`);
}

/** The one who bears just that name, or a new organization. @throws InvalidInput where several bear it. */
async function partyNamed(name: string, ask: Ask): Promise<ArticleParty> {
  const { data, errors } = await ask({ query: PARTIES, variables: { text: name } });
  const [problem] = errors ?? [];
  if (problem) throw new InvalidInput(problem.message);
  const { edges } = data?.['search'] as { edges: readonly Hit[] };
  const [one, ...others] = edges.filter(({ score }) => score === 1).map(({ node }) => node);
  if (!one) return { id: contentId('entity', { party: name }), isNew: name };
  if (others.length === 0) return { id: one.id };
  const ids = [one, ...others].map(({ id }) => id).join(', ');
  throw new InvalidInput(`Several are named "${name}": say with --party which of ${ids}.`);
}
