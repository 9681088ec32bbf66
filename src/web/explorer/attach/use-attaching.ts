// Saving an attachment: safe to press again, since one form has one key until its answer is known.
import { useRef, useState } from 'react';
import { AttachDocument, type AttachmentFragment } from '../api/documents.js';
import { useRecording } from '../api/use-ask.js';
import { problemsOf } from './check-draft.js';
import { inputOf, type AttachDraft } from './draft.js';
import { asProblems, type FieldProblem } from '../form/problem-paths.js';
import { useFound } from '../form/use-found.js';

export interface Attaching {
  readonly problems: readonly FieldProblem[];
  /** How many saves there were, to lead to their problems. */
  readonly attempts: number;
  readonly isSaving: boolean;
  readonly done: { readonly payload: AttachmentFragment; readonly isOurs: boolean } | null;
  readonly save: () => void;
  readonly again: () => void;
}

export function useAttaching(claim: string, draft: AttachDraft): Attaching {
  const tell = useRecording(AttachDocument);
  const { problems, attempts, found, clear } = useFound(draft, problemsOf);
  const [done, setDone] = useState<Attaching['done']>(null);
  const key = useRef(newKey());
  const wasUnanswered = useRef(false);
  const answered = (payload: AttachmentFragment): void => {
    const { userErrors, outcome } = payload;
    if (userErrors.length === 0) {
      setDone({ payload, isOurs: outcome === 'ATTACHED' || wasUnanswered.current });
      return;
    }
    if (!userErrors.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED'))
      return found(asProblems(userErrors));
    key.current = newKey();
    found([{ path: '', message: REUSED }]);
  };
  const save = (): void => {
    if (tell.isPending) return;
    const own = problemsOf(draft);
    if (own.length > 0) return found(own);
    tell.mutate(
      { input: { ...inputOf(claim, draft), idempotencyKey: key.current } },
      {
        onSuccess: ({ attachSource }) => answered(attachSource),
        onError: ({ message, code }) => {
          if (code === 'OFFLINE') wasUnanswered.current = true;
          const advice =
            code === 'OFFLINE' ? ' Nothing you entered is lost: save again when it is back.' : '';
          found([{ path: '', message: message + advice }]);
        },
      },
    );
  };
  const again = (): void => {
    key.current = newKey();
    wasUnanswered.current = false;
    clear();
    setDone(null);
  };
  return { problems, attempts, isSaving: tell.isPending, done, save, again };
}

const REUSED =
  'The save before this one did arrive, with what stood in the form then. Close to see it; save again to attach this as well.';

/** `randomUUID` is there on secure addresses alone. */
const newKey = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : [...crypto.getRandomValues(new Uint8Array(16))]
        .map(byte => byte.toString(16).padStart(2, '0'))
        .join('');
