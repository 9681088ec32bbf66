// What a source is called.
import type { SourceLineFragment } from '../api/documents.js';
import { SOURCE_KIND } from './words.js';

/** Its title, or `Wire dispatch without a title`. */
export function titleWords({ title, kind }: Pick<SourceLineFragment, 'title' | 'kind'>): string {
  if (title !== null) return title;
  const [first = '', ...rest] = SOURCE_KIND[kind];
  return `${first.toUpperCase()}${rest.join('')} without a title`;
}
