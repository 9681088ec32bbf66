// Graph or table: two forms of the same view.
import type { ReactElement } from 'react';
import type { Place } from '../place/place.js';
import { usePlace } from '../place/use-place.js';

const FORMS: readonly (readonly [Place['form'], string])[] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
];

export function FormSwitch(): ReactElement {
  const { place, go } = usePlace();
  return (
    <div className="header-switch" role="group" aria-label="Form of the view">
      {FORMS.map(([form, name]) => (
        <button key={form} aria-pressed={place.form === form} onClick={() => go({ form })}>
          {name}
        </button>
      ))}
    </div>
  );
}
