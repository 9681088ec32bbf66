// Who says a claim, or who denies it: sources that are held first, then those known only through them, twenty at a time.
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import {
  ClaimAttestationsDocument,
  type ClaimAttestationFragment,
  type ClaimAttestationsQuery,
  type Polarity,
} from '../api/documents.js';
import { question } from '../api/use-ask.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Empty, Problem, Waiting } from '../look/states.js';
import { counted } from '../words/words.js';
import { ApiProblem } from '../api/ask.js';
import { AttestationEntry, type EntryActions } from './attestation-entry.js';

interface AttestationListProps {
  readonly claim: string;
  readonly polarity: Polarity;
  readonly actions: EntryActions;
}

export function AttestationList({ claim, polarity, actions }: AttestationListProps): ReactElement {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [includeWithdrawn, setIncludeWithdrawn] = useState(false);
  const answers = useAttestations(pages, { id: claim, polarity, includeWithdrawn });
  const problem = answers.find(({ error }) => error !== null);
  if (problem?.error instanceof ApiProblem)
    return <Problem problem={problem.error} again={problem.refetch} />;
  const shown = answers.flatMap(({ data }) => data?.claim?.attestations.nodes ?? []);
  const last = answers.at(-1)?.data?.claim;
  if (answers[0]?.data === undefined)
    return <Waiting what={polarity === 'AFFIRMS' ? 'those who say so' : 'those who deny it'} />;
  const first = answers[0].data.claim;
  const total = first?.attestations.totalCount ?? 0;
  const withdrawn = (first?.withWithdrawn.totalCount ?? 0) - (includeWithdrawn ? 0 : total);
  const held = shown.filter(attestation => attestation.held);
  const reported = shown.filter(attestation => !attestation.held);
  const next = last?.attestations.pageInfo;
  const show = (isShown: boolean): void => {
    setPages([null]);
    setIncludeWithdrawn(isShown);
  };
  return (
    <>
      {shown.length === 0 && (
        <Empty>Nobody {polarity === 'AFFIRMS' ? 'says so' : 'denies it'} in this view.</Empty>
      )}
      <Entries attestations={held} actions={actions} />
      {reported.length > 0 && (
        <details className="claim-reporters">
          <summary className="small">
            {counted(reported.length, 'source is', 'sources are')} known only through them
          </summary>
          <Entries attestations={reported} actions={actions} />
        </details>
      )}
      {next?.hasNextPage && (
        <p className="row small">
          Showing {shown.length} of {total}.
          <button className="button" onClick={() => setPages([...pages, next.endCursor])}>
            Show more
          </button>
        </p>
      )}
      {!includeWithdrawn && withdrawn > 0 && (
        <button className="button plain" onClick={() => show(true)}>
          Show {counted(withdrawn, 'withdrawn one')}
        </button>
      )}
      {includeWithdrawn && (
        <button className="button plain" onClick={() => show(false)}>
          Hide withdrawn ones
        </button>
      )}
    </>
  );
}

/** One answer for each page, by the cursor that it begins after. */
function useAttestations(
  pages: readonly (string | null)[],
  asked: { readonly id: string; readonly polarity: Polarity; readonly includeWithdrawn: boolean },
): UseQueryResult<ClaimAttestationsQuery, ApiProblem>[] {
  const { state } = useViewState();
  const view = timesOf(state);
  return useQueries({
    queries: pages.map(after => ({
      ...question(ClaimAttestationsDocument, { ...asked, view, after }),
      placeholderData: <T,>(before: T): T => before,
    })),
  });
}

function Entries({
  attestations,
  actions,
}: {
  readonly attestations: readonly ClaimAttestationFragment[];
  readonly actions: EntryActions;
}): ReactElement {
  return (
    <ul className="claim-entries">
      {attestations.map(attestation => (
        <AttestationEntry key={attestation.id} attestation={attestation} actions={actions} />
      ))}
    </ul>
  );
}
