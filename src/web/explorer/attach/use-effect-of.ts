// The effect of an attachment before it is saved, asked of the API while the form is filled in; nothing is recorded.
import {
  PreviewAttachDocument,
  type AttachmentFragment,
  type AttachSourceInput,
  type ClaimStatus,
  type ContradictionKind,
} from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { statusWith } from './effect-words.js';
import { useStill } from './use-still.js';

const STILL_MS = 300;

export type Effect =
  /** The form does not say enough yet. */
  | { readonly is: 'open' }
  | { readonly is: 'refused'; readonly message: string }
  | {
      readonly is: 'known';
      readonly before: NonNullable<AttachmentFragment['supportBefore']>;
      readonly after: NonNullable<AttachmentFragment['supportAfter']>;
      readonly status: { readonly before: ClaimStatus; readonly after: ClaimStatus };
      readonly newContradictions: AttachmentFragment['newContradictions'];
      readonly isAttached: boolean;
    };

/** @param contradictions what the claim is at odds with already. */
export function useEffectOf(
  input: AttachSourceInput | null,
  contradictions: readonly ContradictionKind[],
): Effect {
  const still = JSON.parse(useStill(JSON.stringify(input), STILL_MS)) as AttachSourceInput | null;
  const asked = still ?? { claim: '', source: { id: '' } };
  const { data, error } = useAsk(
    PreviewAttachDocument,
    { input: { ...asked, preview: true } },
    { when: still !== null },
  );
  if (still === null || input === null) return { is: 'open' };
  if (error) return { is: 'refused', message: error.message };
  return data ? effectOf(data.attachSource, contradictions) : { is: 'open' };
}

function effectOf(payload: AttachmentFragment, contradictions: readonly ContradictionKind[]): Effect {
  const { supportBefore: before, supportAfter: after, claim, newContradictions, attestation } = payload;
  if (!before || !after || !claim) {
    return { is: 'refused', message: payload.userErrors[0]?.message ?? 'There is no effect to show.' };
  }
  const kinds = [...contradictions, ...newContradictions.map(({ kind }) => kind)];
  const status = claim.status === 'SUPERSEDED' ? claim.status : statusWith(after, kinds);
  return {
    is: 'known',
    before,
    after,
    status: { before: claim.status, after: status },
    newContradictions,
    isAttached: attestation !== null && attestation.withdrawn === null,
  };
}
