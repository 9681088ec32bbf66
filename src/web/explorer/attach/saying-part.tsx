// How the source says it: for or against, how firmly, on whose word, and how credible that is.
import type { ReactElement } from 'react';
import type { Certainty, Credibility, Lineage, Polarity } from '../api/documents.js';
import { Choices } from '../form/choices.js';
import { oneMore, type AttachDraft } from './draft.js';
import { Relays } from './relays.js';
import { SelectField } from '../form/select-field.js';
import { TextField } from '../form/text-field.js';

type Answers<Value extends string> = readonly (readonly [Value, string])[];

const POLARITIES: Answers<Polarity> = [
  ['AFFIRMS', 'It says so'],
  ['DENIES', 'It denies it'],
];
const CERTAINTIES: Answers<Certainty> = [
  ['CERTAIN', 'Without reserve'],
  ['PROBABLE', 'As likely'],
  ['POSSIBLE', 'As possible'],
  ['UNCOMMITTED', 'Without taking a stand'],
];
const LINEAGES: Answers<Lineage> = [
  ['OWN', 'It says so itself'],
  ['RELAYED', 'It passes on what others say'],
  ['UNRECORDED', 'Not known'],
];
const CREDIBILITIES: Answers<Credibility | ''> = [
  ['', 'Not graded'],
  ['ONE', '1: confirmed by others'],
  ['TWO', '2: probably true'],
  ['THREE', '3: possibly true'],
  ['FOUR', '4: doubtful'],
  ['FIVE', '5: improbable'],
  ['SIX', '6: cannot be judged'],
];

export function SayingPart({
  draft,
  onChange,
}: {
  readonly draft: AttachDraft;
  readonly onChange: (change: Partial<AttachDraft>) => void;
}): ReactElement {
  const { polarity, certainty, wording, lineage, via, credibility } = draft;
  return (
    <div className="stack">
      <Choices
        question="What does it say?"
        path="polarity"
        answers={POLARITIES}
        value={polarity}
        onChange={polarity => onChange({ polarity })}
      />
      <Choices
        question="How firmly?"
        path="certainty"
        answers={CERTAINTIES}
        value={certainty}
        onChange={certainty => onChange({ certainty })}
      />
      <Choices
        question="On whose word?"
        path="own"
        answers={LINEAGES}
        value={lineage}
        onChange={lineage => onChange({ lineage, via: via.length > 0 ? via : [oneMore([])] })}
      />
      {lineage === 'RELAYED' && <Relays via={via} onChange={via => onChange({ via })} />}
      <div className="attach-pair">
        <TextField
          label="Its words for how firmly (optional)"
          path="wording"
          value={wording}
          onChange={wording => onChange({ wording })}
          placeholder="appears to, is said to"
        />
        <SelectField
          label="How credible is this, whoever says it? (optional)"
          path="credibility"
          answers={CREDIBILITIES}
          value={credibility ?? ''}
          onChange={grade => onChange({ credibility: grade === '' ? null : grade })}
        />
      </div>
    </div>
  );
}
