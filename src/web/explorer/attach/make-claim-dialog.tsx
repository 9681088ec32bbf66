// Making a claim, and going straight on to attaching a source to it: without one it rests on nothing.
import { useState, type ReactElement } from 'react';
import {
  EntityNamedDocument,
  MakeClaimDocument,
  PredicatesDocument,
  type EntityLineFragment,
} from '../api/documents.js';
import { useAsk, useRecording } from '../api/use-ask.js';
import { Problem, Waiting } from '../look/states.js';
import { AttachDialog } from './attach-dialog.js';
import {
  EMPTY_CLAIM,
  claimInput,
  claimProblems,
  type ClaimDraft,
  type PredicateChoice,
} from './claim-draft.js';
import { ClaimFields, CLAIM_PATHS } from './claim-fields.js';
import { FormDialog } from '../form/form-dialog.js';
import { Form } from '../form/form.js';
import { asProblems } from '../form/problem-paths.js';
import { SaveBar } from '../form/save-bar.js';
import { useFound } from '../form/use-found.js';

interface MakeClaimProps {
  /** Id of the entity that it is about; to be chosen unless given. */
  readonly subject?: string;
  readonly onClose: () => void;
}

export function MakeClaimDialog({ subject, onClose }: MakeClaimProps): ReactElement {
  const predicates = useAsk(PredicatesDocument, {});
  const about = useAsk(EntityNamedDocument, { id: subject ?? '' }, { when: subject !== undefined });
  const [made, setMade] = useState<{ readonly id: string; readonly isNew: boolean } | null>(null);
  const [isTouched, setTouched] = useState(false);
  if (made) {
    const lead = made.isNew
      ? 'The claim is recorded. It rests on nothing until a source is attached.'
      : 'This claim was here already: attach the source to it.';
    return <AttachDialog key={made.id} claim={made.id} lead={lead} onClose={onClose} />;
  }
  const problem = predicates.error ?? about.error;
  const isReady = predicates.data !== undefined && (subject === undefined || about.data !== undefined);
  return (
    <FormDialog title="Make a claim" isUnsaved={isTouched} isReady={isReady} onClose={onClose}>
      {problem && (
        <Problem problem={problem} again={() => Promise.all([predicates.refetch(), about.refetch()])} />
      )}
      {!problem && !isReady && <Waiting what="what can be claimed" />}
      {predicates.data && isReady && (
        <ClaimForm
          predicates={predicates.data.predicates}
          subject={about.data?.entity ?? null}
          onTouch={() => setTouched(true)}
          onMade={(id, isNew) => setMade({ id, isNew })}
        />
      )}
    </FormDialog>
  );
}

interface ClaimFormProps {
  readonly predicates: readonly PredicateChoice[];
  readonly subject: EntityLineFragment | null;
  readonly onTouch: () => void;
  readonly onMade: (id: string, isNew: boolean) => void;
}

function ClaimForm({ predicates, subject, onTouch, onMade }: ClaimFormProps): ReactElement {
  const [draft, setDraft] = useState<ClaimDraft>({ ...EMPTY_CLAIM, subject });
  const { problems, attempts, found } = useFound(draft, claimProblems);
  const tell = useRecording(MakeClaimDocument);
  const save = (): void => {
    if (tell.isPending) return;
    const own = claimProblems(draft);
    if (own.length > 0) return found(own);
    tell.mutate(
      { input: claimInput(draft) },
      {
        onSuccess: ({ makeClaim: { claim, made, userErrors } }) =>
          claim ? onMade(claim.id, made) : found(asProblems(userErrors)),
        onError: ({ message }) => found([{ path: '', message }]),
      },
    );
  };
  return (
    <Form problems={problems} attempts={attempts} onSave={save}>
      <ClaimFields
        predicates={predicates}
        draft={draft}
        onChange={change => {
          setDraft(change);
          onTouch();
        }}
      />
      <SaveBar
        isSaving={tell.isPending}
        problems={problems.length}
        paths={CLAIM_PATHS}
        verb="Record and attach a source"
      />
    </Form>
  );
}
