// Judgements at odds, and whatever was left out of the proposals.
import type { ReactElement } from 'react';
import { ConflictsDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { OfAll } from '../look/of-all.js';
import { PageSection } from '../look/page.js';
import { Judged } from '../judgements/judged.js';
import { pairKey } from '../judgements/judgement-words.js';
import { andMore } from '../words/words.js';

interface ConflictsProps {
  readonly of: string | null;
  readonly mayWrite: boolean;
  readonly onTold: (words: string) => void;
}

/** Nothing where there is nothing to tell; what is wrong with the answer, the list below it says. */
export function Conflicts({ of, mayWrite, onTold }: ConflictsProps): ReactElement | null {
  const { data } = useAsk(ConflictsDocument, { entity: of });
  if (!data) return null;
  const { conflicts, conflictsCount, reason } = data.identityCandidates;
  return (
    <>
      {reason !== null && <p className="note small">Not all pairs are listed: {reason}.</p>}
      {conflicts.length > 0 && (
        <PageSection title="At odds" note="judged different, and one all the same through others">
          <ul className="page-list" aria-label="Judgements at odds">
            {conflicts.map(judged => (
              <li key={pairKey(judged)}>
                <Judged judged={judged} mayWrite={mayWrite} onTold={onTold} />
                <p className="small">
                  Joined through {judged.joinedThrough.map(({ label }) => label).join(' = ')}
                  {andMore(judged.joinedThrough.length, judged.joinedThroughCount)}. One of these judgements
                  is to be taken back.
                </p>
              </li>
            ))}
          </ul>
          <OfAll shown={conflicts.length} all={conflictsCount} />
        </PageSection>
      )}
    </>
  );
}
