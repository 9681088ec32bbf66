// A pair that may be one: both side by side, what speaks for it and against, and the buttons that judge.
import { useId, useState, type ReactElement } from 'react';
import type { IdentityJudgement } from '../api/documents.js';
import { OfAll } from '../look/of-all.js';
import type { Candidate } from './candidate.js';
import { DONE, pairKey } from '../judgements/judgement-words.js';
import { Refused } from '../judgements/refused.js';
import { Side } from './side.js';
import { useJudging } from '../judgements/use-judging.js';

const LONGEST_REASON = 5000;
const ANSWERS: readonly (readonly [judgement: IdentityJudgement, words: string])[] = [
  ['SAME', 'Same'],
  ['DIFFERENT', 'Different'],
];

interface CandidateCardProps {
  readonly pair: Candidate;
  readonly mayWrite: boolean;
  readonly onTold: (words: string) => void;
  readonly onPutOff: () => void;
}

export function CandidateCard({ pair, mayWrite, onTold, onPutOff }: CandidateCardProps): ReactElement {
  const { a, b, reasons, reasonsCount, against, againstCount } = pair;
  const [reason, setReason] = useState('');
  const titleId = useId();
  const { sending, refusals, judge } = useJudging(pair, judgement =>
    onTold(DONE[judgement](a.label, b.label)),
  );
  return (
    <article
      className="who-card"
      tabIndex={-1}
      aria-labelledby={titleId}
      data-pair={pairKey(pair)}
      aria-busy={sending !== null}
    >
      <h3 id={titleId} className="unseen">
        {a.label} and {b.label}
      </h3>
      <div className="who-sides">
        <Side of={a} />
        <Side of={b} />
      </div>
      <div className="who-reasons">
        <Reasons title="For" of={reasons} all={reasonsCount} />
        <Reasons title="Against" of={against} all={againstCount} />
      </div>
      {mayWrite && (
        <form className="who-judge" onSubmit={event => event.preventDefault()}>
          <label className="field who-why small">
            Why (optional); it stays on record
            <input
              value={reason}
              maxLength={LONGEST_REASON}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          {ANSWERS.map(([judgement, words]) => (
            <button
              key={judgement}
              type="button"
              className="button"
              aria-disabled={sending !== null}
              onClick={() => judge(judgement, reason)}
            >
              {sending === judgement ? 'Recording …' : words}
            </button>
          ))}
          <button type="button" className="button plain" disabled={sending !== null} onClick={onPutOff}>
            Not now
          </button>
        </form>
      )}
      <Refused refusals={refusals} />
    </article>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly of: Candidate['reasons'];
  /** How many there are. */
  readonly all: number;
}

function Reasons({ title, of, all }: ReasonsProps): ReactElement {
  return (
    <div>
      <h4 className="label">{title}</h4>
      {of.length === 0 ? (
        <p className="muted small">Nothing that is recorded here.</p>
      ) : (
        <ul className="small">
          {of.map(({ explained }) => (
            <li key={explained}>{explained}</li>
          ))}
        </ul>
      )}
      <OfAll shown={of.length} all={all} />
    </div>
  );
}
