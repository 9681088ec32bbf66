// A source as a line of a list: its title, who puts it out, what it is, when, and how many claims it is used by.
import type { ReactElement } from 'react';
import type { SourceChoiceFragment } from '../api/documents.js';
import { partyWords } from '../look/source-words.js';
import { edtfWords } from '../look/dates.js';
import { counted, SOURCE_KIND } from '../look/words.js';
import './source.css';
import { titleWords } from './title-words.js';

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
