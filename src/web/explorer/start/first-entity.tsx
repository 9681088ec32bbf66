// Adds an entity by its kind and its name, and opens its page.
import { useState, type ReactElement } from 'react';
import { AddFirstEntityDocument, type EntityKind } from '../api/documents.js';
import { useTell } from '../api/use-ask.js';
import { KIND, KINDS } from '../look/words.js';
import { usePlace } from '../place/use-place.js';
import { openPage } from '../walk/steps.js';
import { Refusals } from './refusals.js';

export function FirstEntity(): ReactElement {
  const { go } = usePlace();
  const [kind, setKind] = useState<EntityKind>('PERSON');
  const [label, setLabel] = useState('');
  const add = useTell(AddFirstEntityDocument);
  const submit = async (): Promise<void> => {
    const { addEntity } = await add.mutateAsync({ input: { kind, label: label.trim() } });
    const { entity } = addEntity;
    if (entity) go(now => openPage(now, 'entity', entity.id));
  };
  return (
    <section className="start-way">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          // A refusal or a problem is shown below.
          submit().catch(() => undefined);
        }}
      >
        <h2 className="said">Add a first entity</h2>
        <label className="field small">
          What it is
          <select value={kind} onChange={({ target }) => setKind(target.value as EntityKind)}>
            {KINDS.map(each => (
              <option key={each} value={each}>
                {KIND[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="field small">
          Its name
          <input value={label} maxLength={500} onChange={({ target }) => setLabel(target.value)} />
        </label>
        <div>
          <button className="button first" disabled={label.trim() === '' || add.isPending}>
            Add it
          </button>
        </div>
        <Refusals problem={add.error} errors={add.data?.addEntity.userErrors} />
      </form>
    </section>
  );
}
