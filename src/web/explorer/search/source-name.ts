// A source by name, in one line.
import type { SourceLineFragment } from '../api/documents.js';
import { SOURCE_KIND } from '../words/words.js';

/** Its title; else its address; else what it is. */
export const sourceName = ({ title, url, kind }: SourceLineFragment): string =>
  title ?? url ?? `Untitled ${SOURCE_KIND[kind]}`;

/** Who speaks or publishes. */
export const partyName = ({ party, partyDescribedAs }: SourceLineFragment): string =>
  party?.label ?? partyDescribedAs ?? 'unnamed';
