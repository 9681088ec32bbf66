// What is wrong with a draft, before it is sent: in the paths of the API, so that both kinds of problem stand at the same fields.
import { Refusal } from '../../../domain/refusal.js';
import { checkText, type TextLimit } from '../../../domain/text.js';
import { readTimeSpan } from '../../../domain/time-span.js';
import type { FieldProblem } from '../form/problem-paths.js';
import { isAddress, isNamed, type AttachDraft, type SourceDraft } from './draft.js';

/** All problems that can be known here, in the order of the form. The server may know more. */
export function problemsOf(draft: AttachDraft): readonly FieldProblem[] {
  const { quote, wording, locator, lineage, via } = draft;
  const isRelayed = lineage === 'RELAYED';
  return [
    ...sourceProblems(draft.source, 'source'),
    ...textProblems(quote.exact, 'quote', 'quote.exact', 'The quote'),
    ...textProblems(quote.prefix, 'quote', 'quote.prefix', 'The text before'),
    ...textProblems(quote.suffix, 'quote', 'quote.suffix', 'The text after'),
    ...paragraphProblems(quote.paragraph),
    ...textProblems(wording, 'wording', 'wording', 'Its words for this'),
    ...textProblems(locator, 'wording', 'locator', 'Where in the source it is said'),
    ...(isRelayed && via.length === 0
      ? [{ path: 'via', message: 'Add whom it passes on, or choose “Not known”.' }]
      : []),
    ...(isRelayed ? via.flatMap((relay, at) => sourceProblems(relay, `via.${at}.source`)) : []),
  ];
}

function sourceProblems(source: SourceDraft, path: string): FieldProblem[] {
  if (source.picked) return [];
  if (!isNamed(source)) {
    const message = isAddress(source.text)
      ? 'This address is not complete: paste the whole of it.'
      : 'Paste an address, or choose a source from the list.';
    return [{ path, message }];
  }
  return [
    ...(isAddress(source.text) ? textProblems(source.text, 'url', `${path}.new.url`, 'The address') : []),
    ...textProblems(source.title, 'title', `${path}.new.title`, 'The title'),
    ...dateProblems(source.publishedAt, `${path}.new.publishedAt`),
    ...(source.isUnnamed
      ? textProblems(source.describedAs, 'name', `${path}.new.partyDescribedAs`, 'The description')
      : []),
  ];
}

const paragraphProblems = (paragraph: string): FieldProblem[] =>
  paragraph.trim() === '' || /^\s*[1-9]\d{0,8}\s*$/.test(paragraph)
    ? []
    : [{ path: 'quote.paragraph', message: 'The paragraph is a whole number, counted from 1.' }];

export const dateProblems = (date: string, path: string): FieldProblem[] =>
  refused(path, () => date.trim() !== '' && readTimeSpan(date.trim()));

function textProblems(text: string, limit: TextLimit, path: string, name: string): FieldProblem[] {
  return text.trim() === '' ? [] : refused(path, () => checkText(text, limit, [name]));
}

/** The refusal of the server's own rule, where there is one. */
function refused(path: string, read: () => unknown): FieldProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [{ path, message: error.message.replaceAll('`', '') }];
    throw error;
  }
}
