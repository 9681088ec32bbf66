// Claims that nothing but this source carries: they would lose all support with it.
import type { ReactElement } from 'react';
import { SourceFallDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { PageSection } from '../look/page.js';
import { Answered, Empty } from '../look/states.js';
import { counted } from '../words/words.js';
import { viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { ClaimList } from './claim-list.js';

export function WouldFall({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(SourceFallDocument, { id, view: viewOf(state) });
  return (
    <PageSection
      title="What only it carries"
      note={
        answer.data &&
        `${counted(answer.data.impact.losesAllSupportCount, 'claim')} would lose all support without it`
      }
    >
      <Answered to={answer} what="what would fall with it">
        {({ impact: { losesAllSupport, losesAllSupportCount } }) =>
          losesAllSupport.length === 0 ? (
            <Empty>Every claim that it says is carried by another source as well, or by none.</Empty>
          ) : (
            <ClaimList claims={losesAllSupport} all={losesAllSupportCount} first={5} />
          )
        }
      </Answered>
    </PageSection>
  );
}
