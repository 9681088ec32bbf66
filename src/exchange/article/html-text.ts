// The words of a page: paragraphs by block elements, parted by blank lines, without what is there for the browser.
import { attributeOf, elementsOf, walkHtml, type HtmlElement, type HtmlParent } from './html-elements.js';

const NO_WORDS = new Set(
  'head script style noscript template nav footer aside iframe object embed svg math canvas audio video button select textarea datalist dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article blockquote body caption center dd details dir div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/** Of the one `article` of the page, else of its one `main`, else of all of it. Empty where there are no words. */
export function htmlText(page: HtmlParent): string {
  const paragraphs: string[] = [];
  let paragraph = '';
  const end = (): void => {
    // Two line breaks part paragraphs as blocks do.
    for (const part of paragraph.split(/\n(?:[ ]*\n)+/)) {
      // Line by line: a pattern that looks for blanks before a line break would try each blank of a long run.
      const lines = part.split('\n').map(line => line.replace(/ {2,}/g, ' ').trim());
      const text = lines.join('\n').trim();
      if (text !== '') paragraphs.push(text);
    }
    paragraph = '';
  };
  for (const step of walkHtml(bodyOf(page), hasWords)) {
    if ('text' in step) paragraph += step.text.replace(/\s+/gu, ' ');
    else {
      const { tagName } = 'begins' in step ? step.begins : step.ends;
      if (BLOCKS.has(tagName)) end();
      else if (CELLS.has(tagName)) paragraph += ' ';
      else if (tagName === 'br' && 'begins' in step) paragraph += '\n';
    }
  }
  end();
  return paragraphs.join('\n\n');
}

function bodyOf(page: HtmlParent): HtmlParent {
  const all = [...elementsOf(page)];
  for (const name of ['article', 'main']) {
    const [only, ...others] = all.filter(({ tagName }) => tagName === name);
    if (only && others.length === 0) return only;
  }
  return page;
}

const hasWords = (element: HtmlElement): boolean =>
  !NO_WORDS.has(element.tagName) &&
  attributeOf(element, 'hidden') === undefined &&
  attributeOf(element, 'aria-hidden') !== 'true';
