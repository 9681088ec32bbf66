// Graph or table: two forms of the same view.
import type { ReactElement } from 'react';
import type { ViewState } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';

const FORMS: readonly (readonly [ViewState['form'], string])[] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
];

export function FormSwitch(): ReactElement {
  const { state, go } = useViewState();
  return (
    <div className="header-switch" role="group" aria-label="Form of the view">
      {FORMS.map(([form, name]) => (
        <button key={form} aria-pressed={state.form === form} onClick={() => go({ form })}>
          {name}
        </button>
      ))}
    </div>
  );
}
