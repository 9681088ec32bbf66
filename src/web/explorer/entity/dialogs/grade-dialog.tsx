// Grading an entity as a source: how reliable it is, and why.
import { useState, type ReactElement } from 'react';
import { GradeEntityDocument, type Reliability } from '../../api/documents.js';
import { useRecording } from '../../api/use-ask.js';
import { FormDialog } from '../../form/form-dialog.js';
import { Form } from '../../form/form.js';
import { asProblems } from '../../form/problem-paths.js';
import { SaveBar } from '../../form/save-bar.js';
import { SelectField } from '../../form/select-field.js';
import { TextField } from '../../form/text-field.js';
import { useFound } from '../../form/use-found.js';
import type { EntityShown } from '../entity-shown.js';
import type { EntityDialogProps } from './name-dialog.js';
import { RELIABILITIES, reliabilityWords } from '../reliability.js';

interface Draft {
  readonly reliability: Reliability;
  readonly reason: string;
}

const ANSWERS = RELIABILITIES.map(grade => [grade, reliabilityWords(grade)] as const);
const nothingToCheck = (): readonly [] => [];

export function GradeDialog({
  entity,
  onClose,
  onTold,
}: EntityDialogProps & { readonly entity: EntityShown }): ReactElement {
  const [before] = useState<Draft>({ reliability: entity.reliability ?? 'F', reason: '' });
  const [draft, setDraft] = useState(before);
  const { problems, attempts, found } = useFound(draft, nothingToCheck);
  const tell = useRecording(GradeEntityDocument);
  const save = (): void => {
    if (tell.isPending) return;
    const reason = draft.reason.trim();
    tell.mutate(
      { id: entity.id, reliability: draft.reliability, ...(reason === '' ? {} : { reason }) },
      {
        onSuccess: ({ gradeParty: { userErrors } }) => {
          if (userErrors.length > 0) return found(asProblems(userErrors));
          onTold(`${entity.label} is graded ${reliabilityWords(draft.reliability)}.`);
          onClose();
        },
        onError: ({ message }) => found([{ path: '', message }]),
      },
    );
  };
  return (
    <FormDialog
      title={`Grade ${entity.label} as a source`}
      isUnsaved={draft !== before}
      isReady
      onClose={onClose}
    >
      <Form problems={problems} attempts={attempts} onSave={save}>
        <div data-first>
          <SelectField
            label="How reliable it is"
            path="reliability"
            answers={ANSWERS}
            value={draft.reliability}
            onChange={reliability => setDraft(now => ({ ...now, reliability }))}
          />
        </div>
        <TextField
          label="Why (optional); it stays on record"
          path="reason"
          rows={3}
          value={draft.reason}
          onChange={reason => setDraft(now => ({ ...now, reason }))}
        />
        <SaveBar
          isSaving={tell.isPending}
          problems={problems.length}
          paths={['reliability', 'reason']}
          verb="Record the grade"
        >
          The grade is shown beside what it says. It changes no status; the last grade counts.
        </SaveBar>
      </Form>
    </FormDialog>
  );
}
