// Noting, later, on whose word a source says a claim: a reprint found out, or a word of its own.
import { useState, type ReactElement } from 'react';
import {
  ClaimSayersDocument,
  NoteLineageDocument,
  type ClaimAttestationFragment,
  type Lineage,
} from '../../api/documents.js';
import { useAsk, useRecording } from '../../api/use-ask.js';
import { edtfWords } from '../../words/dates.js';
import { Dialog } from '../../look/dialog.js';
import { Answered, Problem } from '../../look/states.js';
import { partyWords } from '../../words/source-words.js';
import { type ShownClaim } from '../claim-words.js';
import type { Changing } from './withdraw-dialog.js';

const CHOICES: readonly (readonly [Lineage, string])[] = [
  ['OWN', 'Its own word: it vouches for it itself'],
  ['RELAYED', 'The word of others: it passes on'],
  ['UNRECORDED', 'Nobody knows'],
];

export function LineageDialog({
  claim,
  attestation,
  onClose,
  onTold,
}: Changing & {
  readonly claim: ShownClaim;
  readonly attestation: ClaimAttestationFragment;
}): ReactElement {
  const speaker = partyWords(attestation.source);
  const [lineage, setLineage] = useState(attestation.lineage);
  const [relays, setRelays] = useState<readonly string[]>(attestation.relays.map(({ id }) => id));
  const isTooLong = hasMoreRelays(attestation);
  const { mutateAsync, data, error, isPending } = useRecording(NoteLineageDocument);
  const note = async (dialog: HTMLDialogElement | null): Promise<void> => {
    const relayed = lineage === 'RELAYED' ? { relays } : {};
    const told = await mutateAsync({ attestation: attestation.id, lineage, ...relayed }).catch(() => null);
    if (told === null || told.recordLineage.userErrors.length > 0) return;
    onTold(`It is noted on whose word ${speaker} says so.`);
    dialog?.close();
  };
  return (
    <Dialog title={`On whose word does ${speaker} say so?`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          void note(event.currentTarget.closest('dialog'));
        }}
      >
        <LineageChoice lineage={lineage} onLineage={setLineage} />
        {lineage === 'RELAYED' && (
          <RelayChoice claim={claim.id} attestation={attestation} relays={relays} onRelays={setRelays} />
        )}
        <p className="small muted">The last note counts; earlier ones stay on record.</p>
        {error && <Problem problem={error} />}
        {data?.recordLineage.userErrors.map(({ message }) => (
          <p key={message} className="note problem" role="alert">
            {message}
          </p>
        ))}
        <div className="row">
          <button
            className="button first"
            disabled={isPending || (lineage === 'RELAYED' && (relays.length === 0 || isTooLong))}
          >
            {isPending ? 'Recording …' : 'Note it'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A note replaces the one before: what cannot be listed here would be lost by it. */
const hasMoreRelays = ({ relays, relaysCount }: ClaimAttestationFragment): boolean =>
  relays.length < relaysCount;

function LineageChoice({
  lineage,
  onLineage,
}: {
  readonly lineage: Lineage;
  readonly onLineage: (lineage: Lineage) => void;
}): ReactElement {
  return (
    <fieldset className="claim-choice">
      <legend className="unseen">On whose word</legend>
      {CHOICES.map(([choice, words]) => (
        <label key={choice}>
          <input
            type="radio"
            name="lineage"
            checked={lineage === choice}
            onChange={() => onLineage(choice)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

interface RelayChoiceProps {
  readonly claim: string;
  readonly attestation: ClaimAttestationFragment;
  readonly relays: readonly string[];
  readonly onRelays: (relays: readonly string[]) => void;
}

/** Whatever was recorded may be relayed, whether or not the view's day has come to it. */
function RelayChoice({ claim, attestation, relays, onRelays }: RelayChoiceProps): ReactElement {
  const answer = useAsk(ClaimSayersDocument, { id: claim });
  const choose = (id: string, isChosen: boolean): void =>
    onRelays(isChosen ? [...relays, id] : relays.filter(other => other !== id));
  return (
    <Answered to={answer} what="those it may pass on">
      {({ claim: found }) => (
        <fieldset className="claim-choice">
          <legend className="label">Whom it passes on</legend>
          {(found?.attestations.nodes ?? [])
            .filter(
              ({ id, polarity, withdrawn }) =>
                id !== attestation.id && polarity === attestation.polarity && withdrawn === null,
            )
            .map(({ id, source }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={relays.includes(id)}
                  onChange={event => choose(id, event.target.checked)}
                />
                <span>
                  {partyWords(source)}{' '}
                  <span className="muted">
                    {[source.title, edtfWords(source.publishedAt)].filter(Boolean).join(', ')}
                  </span>
                </span>
              </label>
            ))}
          {hasMoreRelays(attestation) && (
            <p className="note">
              It passes on {attestation.relaysCount.toLocaleString('en')} others, more than can be listed
              here: note whom it passes on by the API.
            </p>
          )}
          <p className="small muted">
            Whoever is not listed has to be attached first: attach this source again with whom it relays.
          </p>
        </fieldset>
      )}
    </Answered>
  );
}
