// Who says a claim, or who denies it: sources that are held first, then those known only through them, twenty at a time.
import { useQueries } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ClaimAttestationsDocument, type Polarity } from '../api/documents.js';
import { question } from '../api/use-ask.js';
import { timesOf } from '../place/place.js';
import { usePlace } from '../place/use-place.js';
import { Empty, Problem, Waiting } from '../look/states.js';
import { counted } from '../words/words.js';
import { ApiProblem } from '../api/ask.js';
import { AttestationEntry, type EntryActions } from './attestation-entry.js';

export function AttestationList({
  claim,
  polarity,
  actions,
}: {
  readonly claim: string;
  readonly polarity: Polarity;
  readonly actions: EntryActions;
}): ReactElement {
  const { place } = usePlace();
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [includeWithdrawn, setIncludeWithdrawn] = useState(false);
  const view = timesOf(place);
  const answers = useQueries({
    queries: pages.map(after => ({
      ...question(ClaimAttestationsDocument, { id: claim, view, polarity, after, includeWithdrawn }),
      placeholderData: <T,>(before: T): T => before,
    })),
  });
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
      <ul className="claim-entries">
        {held.map(attestation => (
          <AttestationEntry key={attestation.id} attestation={attestation} actions={actions} />
        ))}
      </ul>
      {reported.length > 0 && (
        <details className="claim-reporters">
          <summary className="small">
            {counted(reported.length, 'source is', 'sources are')} known only through them
          </summary>
          <ul className="claim-entries">
            {reported.map(attestation => (
              <AttestationEntry key={attestation.id} attestation={attestation} actions={actions} />
            ))}
          </ul>
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
