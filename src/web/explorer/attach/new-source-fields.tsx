// What is to be said of a source that is new here: what it is, its title, when it came out, and who speaks.
import type { ReactElement } from 'react';
import { SOURCE_KIND, SOURCE_KINDS } from '../words/words.js';
import type { SourceDraft } from './draft.js';
import { PartyField } from './party-field.js';
import { Part } from '../form/problems.js';
import { SelectField } from '../form/select-field.js';
import { TextField } from '../form/text-field.js';

const KINDS = SOURCE_KINDS.map(kind => [kind, SOURCE_KIND[kind]] as const);

export function NewSourceFields({
  path,
  value,
  onChange,
}: {
  /** Of the `NewSourceInput`. */
  readonly path: string;
  readonly value: SourceDraft;
  readonly onChange: (change: Partial<SourceDraft>) => void;
}): ReactElement {
  const { kind, title, publishedAt } = value;
  const paths = ['kind', 'title', 'publishedAt', 'party', 'partyDescribedAs'].map(name => `${path}.${name}`);
  return (
    <Part path={path} inner={paths} className="stack attach-new">
      <TextField
        label="Title"
        path={`${path}.title`}
        value={title}
        onChange={title => onChange({ title })}
        className="attach-wide"
      />
      <SelectField
        label="What it is"
        path={`${path}.kind`}
        answers={KINDS}
        value={kind}
        onChange={kind => onChange({ kind })}
      />
      <TextField
        label="Published on"
        path={`${path}.publishedAt`}
        value={publishedAt}
        onChange={publishedAt => onChange({ publishedAt })}
        placeholder="2014-11-18, 2014-11, about: 2014-11~"
        aside={
          <button
            type="button"
            className="button plain small"
            onClick={() => onChange({ publishedAt: today() })}
          >
            Today
          </button>
        }
      />
      <PartyField path={path} value={value} onChange={onChange} />
    </Part>
  );
}

/** The reader's own day, as EDTF. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-');
}
