// An article's file as text: UTF-8 alone, up to a cap.
import { InvalidInput } from '../../domain/refusal.js';
import { textOf } from '../import/import-text.js';
import type { ImportInput } from '../import/importer.js';

/** Most characters of an article's file, mark-up included. */
export const LONGEST_ARTICLE = 10_000_000;

const DECLARED =
  /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{1,40})/i;
const DECLARED_WITHIN = 4096;
const SAME: readonly string[] = ['utf-8', 'utf8', 'us-ascii', 'ascii'];

/** @throws InvalidInput for a file that is too long or not UTF-8, or says that it is something else. */
export async function articleText(input: ImportInput): Promise<string> {
  let text = '';
  for await (const piece of textOf(input)) {
    text += piece;
    if (text.length <= LONGEST_ARTICLE) continue;
    const most = `more than ${LONGEST_ARTICLE} characters`;
    throw new InvalidInput(`${input.name} has ${most}: is it an article? Import it in parts.`, {
      file: input.name,
    });
  }
  return text;
}

/** @throws InvalidInput where a page says that it is in another character set than UTF-8: read as UTF-8, its words may be others. */
export function refuseOtherCharset(html: string, file: string): void {
  const [, meta, xml] = DECLARED.exec(html.slice(0, DECLARED_WITHIN)) ?? [];
  const charset = meta ?? xml;
  if (charset === undefined || SAME.includes(charset.toLowerCase())) return;
  const advice = `convert it (iconv -f ${charset} -t UTF-8) and mend what it says of itself`;
  throw new InvalidInput(`${file} says that it is ${charset}, only UTF-8 is read: ${advice}.`, { file });
}

/** By its name, or by how it begins. A comment ends where it first can: else many could be told apart in ever so many ways. */
export const isHtml = (name: string, text: string): boolean =>
  /\.x?html?(\.gz)?$/i.test(name) ||
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b/is.test(
    text.slice(0, 2000),
  );
