// Adds an entity to an empty journal, and opens its page, where claims about it are made.
import { useState, type ReactElement } from 'react';
import { AddEntityDialog } from '../entity/dialogs/add-entity-dialog.js';
import { useViewState } from '../view-state/use-view-state.js';
import { openPage } from '../view-state/steps.js';

export function FirstEntity(): ReactElement {
  const { go } = useViewState();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="start-way stack">
      <h2 className="said">Add a first entity</h2>
      <p className="small">
        A person, an organisation, a state, a role: claims are made about it from its page.
      </p>
      <div>
        <button className="button first" onClick={() => setOpen(true)}>
          Add an entity
        </button>
      </div>
      {isOpen && (
        <AddEntityDialog
          onClose={() => setOpen(false)}
          onAdded={({ id }) => go(now => openPage(now, 'entity', id))}
        />
      )}
    </section>
  );
}
