// The effect of an attachment before it is saved, asked of the API while the form is filled in; nothing is recorded.
import {
  PreviewAttachDocument,
  type AttachmentFragment,
  type AttachSourceInput,
  type ClaimStatus,
} from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { useDebounced } from '../look/use-debounced.js';

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
      readonly newContradictionsCount: number;
      readonly isAttached: boolean;
    };

export function useEffectOf(input: AttachSourceInput | null): Effect {
  const still = JSON.parse(useDebounced(JSON.stringify(input), STILL_MS)) as AttachSourceInput | null;
  const asked = still ?? { claim: '', source: { id: '' } };
  const { data, error } = useAsk(
    PreviewAttachDocument,
    { input: { ...asked, preview: true } },
    { when: still !== null },
  );
  if (still === null || input === null) return { is: 'open' };
  if (error) return { is: 'refused', message: error.message };
  return data ? effectOf(data.attachSource) : { is: 'open' };
}

function effectOf(payload: AttachmentFragment): Effect {
  const { supportBefore: before, supportAfter: after, statusAfter, claim } = payload;
  if (!before || !after || !claim || !statusAfter) {
    return { is: 'refused', message: payload.userErrors[0]?.message ?? 'There is no effect to show.' };
  }
  const { attestation, newContradictions, newContradictionsCount } = payload;
  return {
    is: 'known',
    before,
    after,
    status: { before: claim.status, after: statusAfter },
    newContradictions,
    newContradictionsCount,
    isAttached: attestation !== null && attestation.withdrawn === null,
  };
}
