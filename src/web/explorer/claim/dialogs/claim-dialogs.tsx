// The dialogs that the panel of a claim opens, one at a time.
import type { ReactElement } from 'react';
import type { ClaimAttestationFragment } from '../../api/documents.js';
import { AttachDialog } from '../../attach/attach-dialog.js';
import type { ShownClaim } from '../claim-words.js';
import { CiteDialog, GraphqlDialog } from './copy-claim.js';
import { FallDialog } from './fall-dialog.js';
import { LineageDialog } from './lineage-dialog.js';
import { SupersedeDialog } from './supersede-dialog.js';
import { WithdrawAttestationDialog, WithdrawClaimDialog, type Changing } from './withdraw-dialog.js';

export type Opened =
  | { readonly what: 'attach' | 'fall' | 'cite' | 'graphql' | 'withdraw' | 'supersede' }
  | { readonly what: 'withdraw-one' | 'lineage'; readonly attestation: ClaimAttestationFragment };

export function ClaimDialog({
  opened,
  claim,
  onClose,
  onTold,
}: Changing & { readonly opened: Opened; readonly claim: ShownClaim }): ReactElement {
  const changing = { onClose, onTold };
  switch (opened.what) {
    case 'attach':
      return <AttachDialog claim={claim.id} onClose={onClose} />;
    case 'fall':
      return <FallDialog claim={claim} onClose={onClose} />;
    case 'cite':
      return <CiteDialog claim={claim} onClose={onClose} />;
    case 'graphql':
      return <GraphqlDialog claim={claim} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawClaimDialog claim={claim} {...changing} />;
    case 'supersede':
      return <SupersedeDialog claim={claim} {...changing} />;
    case 'withdraw-one':
      return <WithdrawAttestationDialog attestation={opened.attestation} {...changing} />;
    case 'lineage':
      return <LineageDialog claim={claim} attestation={opened.attestation} {...changing} />;
  }
}
