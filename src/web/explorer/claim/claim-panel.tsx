// A claim at the side: what it says, where it stands and why, who says so on whose word, what speaks against it, and what can be done.
import { useState, type ReactElement, type ReactNode } from 'react';
import './claim.css';
import { ClaimCallerDocument, ClaimPanelDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { momentWords } from '../words/dates.js';
import { Answered } from '../look/states.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { EntryActions } from './attestation-entry.js';
import { AttestationList } from './attestation-list.js';
import { ChainDiagram } from './chains/chain-diagram.js';
import { ClaimActions } from './claim-actions.js';
import { ClaimContradictions } from './claim-contradictions.js';
import { ClaimDialog, type Opened } from './dialogs/claim-dialogs.js';
import { ClaimHeading } from './claim-heading.js';
import { ClaimHistory } from './claim-history.js';
import { ClaimNote } from './claim-note.js';
import { ClaimParts } from './claim-parts.js';
import { ClaimSuccession } from './claim-succession.js';
import type { ShownClaim } from './claim-words.js';
import { ifFallen } from './dialogs/falls.js';

export function ClaimPanel({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(ClaimPanelDocument, { id, view: timesOf(state) });
  return (
    <div className="claim-panel">
      <Answered to={answer} what="the claim">
        {({ claim }) => (claim ? <Found claim={claim} /> : <Missing />)}
      </Answered>
    </div>
  );
}

function Missing(): ReactElement {
  const {
    state: { knownOn },
    go,
  } = useViewState();
  return (
    <div className="stack">
      <h2>No such claim</h2>
      {knownOn === null ? (
        <p>There is no such claim here. The link may come from another journal.</p>
      ) : (
        <>
          <p>There is no such claim as known on {momentWords(knownOn)}.</p>
          <p>
            <button className="button first" onClick={() => go({ knownOn: null })}>
              Look at what is known today
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function Found({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { state, go } = useViewState();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState('');
  const caller = useAsk(ClaimCallerDocument, {});
  const mayWrite = (caller.data?.caller.scope ?? 'READ') !== 'READ';
  const records = mayWrite && claim.withdrawn === null;
  const actions: EntryActions = {
    fall: attestation => go(ifFallen(attestation.id, claim.subject.id)),
    withdraw: records ? attestation => setOpened({ what: 'withdraw-one', attestation }) : null,
    lineage: records ? attestation => setOpened({ what: 'lineage', attestation }) : null,
  };
  const tell = (words: string): void =>
    setTold(
      state.knownOn === null
        ? words
        : `${words} You look at what was known on ${momentWords(state.knownOn)}, so it does not show here.`,
    );
  return (
    <>
      <ClaimHeading claim={claim} />
      <p role="status" className={told === '' ? 'unseen' : 'note'}>
        {told}
      </p>
      <ClaimNote claim={claim} />
      {claim.chains.length > 0 && <ChainDiagram chains={claim.chains} support={claim.support} />}
      {caller.isPending ? null : <ClaimActions claim={claim} mayWrite={mayWrite} open={setOpened} />}
      <Section title="Who says so">
        <AttestationList claim={claim.id} polarity="AFFIRMS" actions={actions} />
      </Section>
      <Section title="Against it">
        {claim.chainsAgainst.length > 0 && (
          <>
            <h4>Chains against it</h4>
            <ChainDiagram chains={claim.chainsAgainst} support={claim.supportAgainst} against />
          </>
        )}
        <AttestationList claim={claim.id} polarity="DENIES" actions={actions} />
      </Section>
      {claim.contradictions.length > 0 && (
        <Section title="At odds with">
          <ClaimContradictions claim={claim} />
        </Section>
      )}
      <ClaimSuccession claim={claim} />
      <Section title="What it is made of">
        <ClaimParts claim={claim} />
      </Section>
      <Section title="History">
        <ClaimHistory claim={claim} />
      </Section>
      {opened && <ClaimDialog opened={opened} claim={claim} onClose={() => setOpened(null)} onTold={tell} />}
    </>
  );
}

const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section className="claim-section">
    <h3 className="label">{title}</h3>
    {children}
  </section>
);
