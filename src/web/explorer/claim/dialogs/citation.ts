// A claim as plain text for a note or an article: the sentence, where it stood when, who says so, and a link to this view.
import type { ClaimSayerFragment } from '../../api/documents.js';
import { edtfWords } from '../../words/dates.js';
import { INDEPENDENCE, SOURCE_KIND, STATUS } from '../../words/words.js';
import { partyWords } from '../../words/source-words.js';
import { explainedWords, trueWords, webAddress, type ShownClaim } from '../claim-words.js';

export interface Cited {
  readonly claim: Pick<ShownClaim, 'sentence' | 'validTime' | 'status' | 'statusExplained' | 'support'>;
  readonly sayers: readonly ClaimSayerFragment[];
  /** How many say or deny it in all. */
  readonly total: number;
  /** The day of the view, in words. */
  readonly asOf: string;
  readonly link: string;
}

export function citationText({ claim, sayers, total, asOf, link }: Cited): string {
  const live = sayers.filter(({ withdrawn }) => withdrawn === null);
  const lines = (heading: string, polarity: ClaimSayerFragment['polarity']): string[] => {
    const said = live.filter(sayer => sayer.polarity === polarity).map(sayerLine);
    return said.length === 0 ? [] : ['', heading, ...said];
  };
  return [
    `${claim.sentence} (${trueWords(claim.validTime)}).`,
    `${STATUS[claim.status]} as of ${asOf}. ${INDEPENDENCE[claim.support.independence]}. ${explainedWords(claim.statusExplained)}`,
    ...lines('Said by:', 'AFFIRMS'),
    ...lines('Denied by:', 'DENIES'),
    ...(total > sayers.length ? [`(the first ${sayers.length} of ${total})`] : []),
    '',
    link,
  ].join('\n');
}

function sayerLine({ source, held, carries }: ClaimSayerFragment): string {
  const address = webAddress(source.url);
  const parts = [
    partyWords(source),
    source.title === null ? SOURCE_KIND[source.kind] : `“${source.title}”`,
    edtfWords(source.publishedAt) || 'date not known',
    ...(address === null ? [] : [address]),
    ...(held ? [] : ['known only through others']),
    ...(carries ? [] : ['does not count']),
  ];
  return `- ${parts.join(', ')}`;
}
