// On an entity's page: with whom it is judged one, and with whom not; by whom, why, and how to take it back.
import type { ReactElement } from 'react';
import type { JoinedFragment } from '../api/documents.js';
import { Judged } from './judged.js';
import { isJudgedMore, judgementsOn, pairKey } from './judgement-words.js';
import { useJudgementNotice } from './use-judgement-notice.js';
import './judgements.css';
import { andMore } from '../words/words.js';

interface JoinedWithProps {
  readonly entity: JoinedFragment & { readonly id: string };
  readonly mayWrite: boolean;
}

export function JoinedWith({ entity, mayWrite }: JoinedWithProps): ReactElement {
  const { line, tell } = useJudgementNotice();
  const judgements = judgementsOn(entity);
  return (
    <>
      {entity.sameEntities.length > 0 && (
        <p>
          Also:{' '}
          {entity.sameEntities.map(({ id, label }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <bdi>{label}</bdi> <code className="small muted">{id}</code>
            </span>
          ))}
          {andMore(entity.sameEntities.length, entity.sameEntitiesCount)}
        </p>
      )}
      {judgements.length > 0 && (
        <ul className="small" aria-label="Judged of it">
          {judgements.map(judged => (
            <li key={pairKey(judged)}>
              <Judged judged={judged} mayWrite={mayWrite} onTold={tell} />
            </li>
          ))}
        </ul>
      )}
      {isJudgedMore(entity) && (
        <p className="muted small">Not all that was judged of it is shown: see “Who is who” for all pairs.</p>
      )}
      {line}
    </>
  );
}
