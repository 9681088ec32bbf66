// Adding a spelling of an entity.
import { useState, type ReactElement } from 'react';
import { NameEntityDocument, type EntityLineFragment, type NameKind } from '../../api/documents.js';
import { useRecording } from '../../api/use-ask.js';
import { FormDialog } from '../../form/form-dialog.js';
import { Form } from '../../form/form.js';
import { asProblems, type FieldProblem } from '../../form/problem-paths.js';
import { SaveBar } from '../../form/save-bar.js';
import { SelectField } from '../../form/select-field.js';
import { TextField } from '../../form/text-field.js';
import { useFound } from '../../form/use-found.js';

export interface EntityDialogProps {
  readonly entity: EntityLineFragment;
  readonly onClose: () => void;
  /** Told once it is recorded, in words. */
  readonly onTold: (words: string) => void;
}

interface Draft {
  readonly text: string;
  readonly language: string;
  readonly kind: NameKind;
}

const EMPTY: Draft = { text: '', language: '', kind: 'ALIAS' };
const KINDS: readonly (readonly [NameKind, string])[] = [
  ['ALIAS', 'Another name or spelling'],
  ['TRANSLITERATION', 'The name in another script'],
  ['FORMER', 'A name it went by before'],
  ['ACRONYM', 'A short form made of initials'],
];

const problemsOf = ({ text }: Draft): readonly FieldProblem[] =>
  text.trim() === '' ? [{ path: 'name.text', message: 'Give the name as it is spelt.' }] : [];

export function NameDialog({ entity, onClose, onTold }: EntityDialogProps): ReactElement {
  const [draft, setDraft] = useState(EMPTY);
  const { problems, attempts, found } = useFound(draft, problemsOf);
  const tell = useRecording(NameEntityDocument);
  const change = (part: Partial<Draft>): void => setDraft(before => ({ ...before, ...part }));
  const save = (): void => {
    if (tell.isPending) return;
    const own = problemsOf(draft);
    if (own.length > 0) return found(own);
    const [text, language] = [draft.text.trim(), draft.language.trim()];
    tell.mutate(
      {
        input: {
          entity: entity.id,
          name: { text, kind: draft.kind, ...(language === '' ? {} : { language }) },
        },
      },
      {
        onSuccess: ({ addName: { userErrors } }) => {
          if (userErrors.length > 0) return found(asProblems(userErrors));
          onTold(`${entity.label} is also called ${text} here now.`);
          onClose();
        },
        onError: ({ message }) => found([{ path: '', message }]),
      },
    );
  };
  return (
    <FormDialog title={`Add a name of ${entity.label}`} isUnsaved={draft !== EMPTY} isReady onClose={onClose}>
      <Form problems={problems} attempts={attempts} onSave={save}>
        <div data-first>
          <TextField label="Name" path="name.text" value={draft.text} onChange={text => change({ text })} />
        </div>
        <TextField
          label="Language, as a tag such as ko or ru (optional)"
          path="name.language"
          value={draft.language}
          onChange={language => change({ language })}
        />
        <SelectField
          label="What sort of name"
          path="name.kind"
          answers={KINDS}
          value={draft.kind}
          onChange={kind => change({ kind })}
        />
        <SaveBar
          isSaving={tell.isPending}
          problems={problems.length}
          paths={['name.text', 'name.language', 'name.kind']}
          verb="Add the name"
        >
          Names are never taken away: each stays on record.
        </SaveBar>
      </Form>
    </FormDialog>
  );
}
