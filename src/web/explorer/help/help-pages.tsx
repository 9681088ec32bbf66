// The help itself: keys, marks, words.
import type { ReactElement } from 'react';
import { KindMark, ProvisionalMark } from '../look/kind-mark.js';
import { StatusMark } from '../look/status-mark.js';
import { PROVISIONAL } from '../words/words.js';
import { GRAPH_KEYS, KEYS, SHAPE_MEANS, STATUS_MEANS, WORDS } from './help-words.js';
import './help.css';

export function HelpPages(): ReactElement {
  return (
    <div className="help">
      <section>
        <h3 className="label">Keys, anywhere</h3>
        <Keys keys={KEYS} />
        <h3 className="label">Keys, in the graph</h3>
        <Keys keys={GRAPH_KEYS} />
      </section>
      <section>
        <h3 className="label">Lines: how firm a claim is</h3>
        <dl>
          {STATUS_MEANS.map(([status, means]) => (
            <div key={status}>
              <dt>
                <StatusMark status={status} />
              </dt>
              <dd className="small">{means}</dd>
            </div>
          ))}
        </dl>
        <h3 className="label">Shapes: what an entity is</h3>
        <ul>
          {SHAPE_MEANS.map(([kind, means]) => (
            <li key={kind} className="row">
              <KindMark kind={kind} /> {means}
            </li>
          ))}
          <li className="row">
            <ProvisionalMark /> Dashed outline: {PROVISIONAL}
          </li>
        </ul>
      </section>
      <section className="help-words">
        <h3 className="label">Words</h3>
        <dl>
          {WORDS.map(([word, means]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd className="small">{means}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Keys({ keys }: { readonly keys: typeof KEYS }): ReactElement {
  return (
    <dl className="help-keys">
      {keys.map(entry => (
        <div key={entry.does}>
          <dt>
            {entry.keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd className="small">{entry.does}</dd>
        </div>
      ))}
    </dl>
  );
}
