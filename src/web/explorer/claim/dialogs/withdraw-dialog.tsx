// Withdrawing a claim, or what one source says of it: it stays on record and supports nothing any more.
import type { ReactElement } from 'react';
import {
  WithdrawThisAttestationDocument,
  WithdrawThisClaimDocument,
  type ClaimAttestationFragment,
} from '../../api/documents.js';
import { useRecording } from '../../api/use-ask.js';
import { Dialog } from '../../look/dialog.js';
import { partyWords } from '../../words/source-words.js';
import { type ShownClaim } from '../claim-words.js';
import { ReasonForm } from './reason-form.js';

export interface Changing {
  readonly onClose: () => void;
  /** Told once it is recorded, in words. */
  readonly onTold: (words: string) => void;
}

export function WithdrawClaimDialog({
  claim,
  onClose,
  onTold,
}: Changing & { readonly claim: ShownClaim }): ReactElement {
  const { mutateAsync } = useRecording(WithdrawThisClaimDocument);
  return (
    <Dialog title="Withdraw this claim" onClose={onClose}>
      <ReasonForm
        action="Withdraw the claim"
        tell={async reason => (await mutateAsync({ id: claim.id, reason })).withdrawClaim.userErrors}
        onTold={() => onTold('The claim is withdrawn.')}
      >
        <p className="said">{claim.sentence}</p>
        <p>
          Withdraw a claim that should never have been made here, whoever says it. Where a source is wrong,
          withdraw what that source says instead; where another claim says it better, put that in its place.
        </p>
        <NoWayBack />
      </ReasonForm>
    </Dialog>
  );
}

export function WithdrawAttestationDialog({
  attestation,
  onClose,
  onTold,
}: Changing & { readonly attestation: ClaimAttestationFragment }): ReactElement {
  const { mutateAsync } = useRecording(WithdrawThisAttestationDocument);
  const speaker = partyWords(attestation.source);
  return (
    <Dialog title={`Withdraw what ${speaker} says`} onClose={onClose}>
      <ReasonForm
        action="Withdraw it"
        tell={async reason =>
          (await mutateAsync({ id: attestation.id, reason })).withdrawAttestation.userErrors
        }
        onTold={() => onTold(`What ${speaker} says of it is withdrawn.`)}
      >
        <p>
          This one will count no more, nor will those that only pass it on. What else the source says stays.
        </p>
        <NoWayBack />
      </ReasonForm>
    </Dialog>
  );
}

export const NoWayBack = (): ReactElement => (
  <p className="note">
    This cannot be undone. It stays on record: whoever looks at how things were known before still sees it.
  </p>
);
