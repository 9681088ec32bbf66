// A source in one line of words.
import type { SourceChoiceFragment, SourceLineFragment } from '../api/documents.js';
import { edtfWords } from './dates.js';
import { counted, SOURCE_KIND } from './words.js';

/** `UPI`, or how an unnamed party is described. */
export const partyWords = ({
  party,
  partyDescribedAs,
}: Pick<SourceLineFragment, 'party' | 'partyDescribedAs'>): string =>
  party?.label ?? partyDescribedAs ?? 'an unnamed party';

/** `UPI · North Korea's envoy arrives`, `Yonhap · wire dispatch`. */
export const sourceTitle = (source: SourceLineFragment): string =>
  `${partyWords(source)} · ${source.title ?? SOURCE_KIND[source.kind]}`;

/** `article · 18 Nov 2014 · used by 27 claims`. */
export const sourceDetail = (source: SourceChoiceFragment): string =>
  [SOURCE_KIND[source.kind], edtfWords(source.publishedAt), `used by ${counted(source.claims, 'claim')}`]
    .filter(Boolean)
    .join(' · ');
