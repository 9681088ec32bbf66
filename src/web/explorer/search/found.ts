// What a search found, in words.
import type { FindEntitiesQuery } from '../api/documents.js';

export type FoundEntity = FindEntitiesQuery['search']['edges'][number];

export const entityRow = ({ node }: FoundEntity): { readonly id: string; readonly text: string } => ({
  id: node.id,
  text: node.label,
});

/** The spelling that matched, where it is not the one that is shown. */
export const otherSpelling = ({ node, matchedName }: FoundEntity): string | null =>
  matchedName === node.label ? null : matchedName;

/** What a list leaves out: null where it leaves out nothing. */
export const moreText = (shown: number, of: number | undefined): string | null =>
  of === undefined || of <= shown
    ? null
    : `${shown} of ${of.toLocaleString('en')} shown. More letters find fewer.`;
