// A judgement on two entities: who, how, by whom and why, with the button that takes it back.
import type { ReactElement, ReactNode } from 'react';
import type { JudgedFragment } from '../api/documents.js';
import { KindMark } from '../look/kind-mark.js';
import { EntityLink } from '../look/place-link.js';
import { DONE, judgedWords } from './judgement-words.js';
import { Refused } from './refused.js';
import { useJudging } from './use-judging.js';

interface JudgedProps {
  readonly judged: JudgedFragment;
  readonly mayWrite: boolean;
  /** Told once it is taken back, in words. */
  readonly onTold: (words: string) => void;
  /** In place of both names. */
  readonly children?: ReactNode;
}

export function Judged({ judged, mayWrite, onTold, children }: JudgedProps): ReactElement {
  const { a, b } = judged;
  const { sending, refusals, judge } = useJudging(judged, () => onTold(DONE.UNSURE(a.label, b.label)));
  return (
    <div className="who-judged">
      <p>
        {children ?? <Both judged={judged} />} <span className="muted">{judgedWords(judged)}</span>{' '}
        {mayWrite && (
          <button
            className="button plain"
            aria-disabled={sending !== null}
            onClick={() => judge('UNSURE', '')}
          >
            {sending === null ? 'Take back' : 'Taking back …'}
            <span className="unseen">
              {' '}
              that {a.label} and {b.label} are {judged.judgement === 'SAME' ? 'one' : 'two'}
            </span>
          </button>
        )}
      </p>
      <Refused refusals={refusals} />
    </div>
  );
}

function Both({ judged: { a, b, judgement } }: { readonly judged: JudgedFragment }): ReactElement {
  const areNamesakes = a.label === b.label;
  return (
    <>
      <End of={a} hasId={areNamesakes} /> {judgement === 'SAME' ? '=' : '≠'}{' '}
      <End of={b} hasId={areNamesakes} />:
    </>
  );
}

const End = ({ of, hasId }: { readonly of: JudgedFragment['a']; readonly hasId: boolean }): ReactElement => (
  <>
    <KindMark kind={of.kind} /> <EntityLink entity={of} />
    {hasId && <code className="small muted"> {of.id}</code>}
  </>
);
