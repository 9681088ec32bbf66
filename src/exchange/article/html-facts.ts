// What a page says of itself: title, day and address, from JSON-LD, meta elements and its title, in this order.
import { InvalidInput } from '../../domain/refusal.js';
import { readText, readUrl } from '../../domain/text.js';
import { readTimeSpan } from '../../domain/time-span.js';
import { isObject } from '../../domain/json.js';
import { attributeOf, elementsOf, ownText, type HtmlElement, type HtmlParent } from './html-elements.js';

export interface ArticleFacts {
  readonly title?: string;
  readonly url?: string;
  /** EDTF, to the day. */
  readonly publishedAt?: string;
}

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title'];
const URLS = ['og:url'];
const DATES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'parsely-pub-date',
];
const ARTICLE = /Article|Posting|Report|WebPage/;

/** What cannot be read is left out: it is a help, and nobody relies on it. */
export function htmlFacts(page: HtmlParent): ArticleFacts {
  const elements = [...elementsOf(page)];
  const metas = metasOf(elements);
  const told = elements.flatMap(linkedData);
  const titles = [
    ...told.map(one => one['headline']),
    ...TITLES.map(name => metas.get(name)),
    ...elements.filter(({ tagName }) => tagName === 'title').map(ownText),
  ];
  const canonical = elements.filter(
    element => element.tagName === 'link' && attributeOf(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const urls = [
    ...canonical.map(element => attributeOf(element, 'href')),
    ...URLS.map(name => metas.get(name)),
    ...told.map(one => one['url']),
  ];
  const dates = [...told.map(one => one['datePublished']), ...DATES.map(name => metas.get(name))];
  const title = firstThat(titles, text => readText(text.replace(/\s+/gu, ' '), 'title', ['title']));
  const url = firstThat(urls, text => readUrl(text, ['url']));
  const publishedAt = firstThat(dates, dayOf);
  return {
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

/** The first of each name counts. */
function metasOf(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const name = ['property', 'name', 'itemprop'].map(key => attributeOf(element, key)).find(Boolean);
    const content = attributeOf(element, 'content');
    const key = name?.toLowerCase();
    if (key !== undefined && content !== undefined && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

function linkedData(element: HtmlElement): readonly Record<string, unknown>[] {
  if (element.tagName !== 'script' || attributeOf(element, 'type') !== 'application/ld+json') return [];
  try {
    const parsed: unknown = JSON.parse(ownText(element));
    const top = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
    const all = top.flatMap(one =>
      isObject(one) && Array.isArray(one['@graph']) ? (one['@graph'] as unknown[]) : [one],
    );
    return all.filter(isObject).filter(one => ARTICLE.test(JSON.stringify(one['@type'] ?? '')));
  } catch {
    // A page's mistake, and none of ours.
    return [];
  }
}

function dayOf(text: string): string {
  const [day = ''] = /^\d{4}(-\d\d(-\d\d)?)?(?!\d)/.exec(text.trim()) ?? [];
  if (day === '') throw new InvalidInput('It is no date.');
  readTimeSpan(day);
  return day;
}

function firstThat(given: readonly unknown[], read: (text: string) => string): string | undefined {
  for (const text of given) {
    if (typeof text !== 'string') continue;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  }
  return undefined;
}
