// Adding an entity: what it is, its name, other spellings, and a few words about it.
import { useState, type ReactElement } from 'react';
import { AddPartyDocument, type EntityKind, type EntityLineFragment } from '../../api/documents.js';
import { useRecording } from '../../api/use-ask.js';
import { KIND, KINDS } from '../../words/words.js';
import { walkFrom } from '../../view-state/view-state.js';
import { useViewState } from '../../view-state/use-view-state.js';
import { FormDialog } from '../../form/form-dialog.js';
import { Form } from '../../form/form.js';
import { asProblems, type FieldProblem } from '../../form/problem-paths.js';
import { SaveBar } from '../../form/save-bar.js';
import { SelectField } from '../../form/select-field.js';
import { TextField } from '../../form/text-field.js';
import { useFound } from '../../form/use-found.js';

interface AddEntityProps {
  readonly onClose: () => void;
  /** What to do with it then; a walk begins at it unless given. */
  readonly onAdded?: (entity: EntityLineFragment) => void;
}

interface EntityDraft {
  readonly kind: EntityKind;
  readonly label: string;
  /** One on each line. */
  readonly names: string;
  readonly description: string;
}

const EMPTY: EntityDraft = { kind: 'PERSON', label: '', names: '', description: '' };
const KIND_ANSWERS = KINDS.map(kind => [kind, KIND[kind]] as const);

export function AddEntityDialog({ onClose, onAdded }: AddEntityProps): ReactElement {
  const { go } = useViewState();
  const [draft, setDraft] = useState(EMPTY);
  const { problems, attempts, found } = useFound(draft, entityProblems);
  const tell = useRecording(AddPartyDocument);
  const change = (part: Partial<EntityDraft>): void => setDraft(before => ({ ...before, ...part }));
  const finish = (entity: EntityLineFragment): void => {
    if (onAdded) onAdded(entity);
    else go(state => walkFrom(state, entity.id));
    onClose();
  };
  const save = (): void => {
    if (tell.isPending) return;
    const own = entityProblems(draft);
    if (own.length > 0) return found(own);
    tell.mutate(
      { input: entityInput(draft) },
      {
        onSuccess: ({ addEntity: { entity, userErrors } }) =>
          entity ? finish(entity) : found(asProblems(userErrors)),
        onError: ({ message }) => found([{ path: '', message }]),
      },
    );
  };
  return (
    <FormDialog title="Add an entity" isUnsaved={draft !== EMPTY} isReady onClose={onClose}>
      <Form problems={problems} attempts={attempts} onSave={save}>
        <SelectField
          label="What it is"
          path="kind"
          answers={KIND_ANSWERS}
          value={draft.kind}
          onChange={kind => change({ kind })}
        />
        <div data-first>
          <TextField label="Name" path="label" value={draft.label} onChange={label => change({ label })} />
        </div>
        <TextField
          label="Other names and spellings, one on each line (optional)"
          path="names"
          value={draft.names}
          onChange={names => change({ names })}
          rows={3}
        />
        <TextField
          label="In a few words (optional)"
          path="description"
          value={draft.description}
          onChange={description => change({ description })}
        />
        <SaveBar
          isSaving={tell.isPending}
          problems={problems.length}
          paths={['kind', 'label', 'names', 'description']}
          verb="Add"
        />
      </Form>
    </FormDialog>
  );
}

const entityProblems = ({ label }: EntityDraft): readonly FieldProblem[] =>
  label.trim() === '' ? [{ path: 'label', message: 'Give the name it is shown by.' }] : [];

function entityInput({ kind, label, names, description }: EntityDraft) {
  const others = names.split('\n').flatMap(line => (line.trim() === '' ? [] : [{ text: line.trim() }]));
  return {
    kind,
    label: label.trim(),
    ...(others.length > 0 ? { names: others } : {}),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
  };
}
