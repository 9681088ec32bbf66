// A source as a line of a list: its title, who puts it out, what it is, when, and how many claims it is used by.
import type { ReactElement } from 'react';
import type { SourceChoiceFragment } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';
import { edtfWords } from '../words/dates.js';
import { counted, SOURCE_KIND } from '../words/words.js';
import './claim-line.css';
import { titleWords } from '../words/title-words.js';

export function SourceRow({
  source,
  onPress,
}: {
  readonly source: SourceChoiceFragment;
  readonly onPress: () => void;
}): ReactElement {
  const { kind, title, publishedAt, held, claims } = source;
  const notes = [
    ...(title === null ? [] : [SOURCE_KIND[kind]]),
    edtfWords(publishedAt) || 'date not known',
    counted(claims, 'claim'),
    ...(held ? [] : ['known only through others']),
  ];
  return (
    <button className="claim-line" onClick={onPress}>
      <span className="said">{titleWords(source)}</span>
      <span className="small muted">
        <b>{partyWords(source)}</b> · {notes.join(' · ')}
      </span>
    </button>
  );
}
