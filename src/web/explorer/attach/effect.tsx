// What an attachment would change: what the claim rests on now and then, and what it would be at odds with.
import type { ReactElement } from 'react';
import { OfAll } from '../look/of-all.js';
import { StatusMark } from '../look/status-mark.js';
import { changesOf, independenceWords } from './effect-words.js';
import type { Effect } from './use-effect-of.js';

export function EffectShown({ effect }: { readonly effect: Effect }): ReactElement {
  return (
    <section className="attach-effect note stack" aria-labelledby="attach-effect">
      <h3 id="attach-effect" className="label">
        What it would change
      </h3>
      {effect.is === 'open' && (
        <p className="muted">Once the source is named, its effect on the claim is shown here.</p>
      )}
      {effect.is === 'refused' && <p className="form-problem">{effect.message.replaceAll('`', '')}</p>}
      {effect.is === 'known' && <Figures effect={effect} />}
    </section>
  );
}

function Figures({ effect }: { readonly effect: Extract<Effect, { is: 'known' }> }): ReactElement {
  const { before, after, status, newContradictions, newContradictionsCount, isAttached } = effect;
  const why = independenceWords(before, after);
  return (
    <>
      {isAttached && (
        <p>This source is attached to this claim already, with these words. Saving would record nothing.</p>
      )}
      <dl className="attach-figures small">
        {changesOf(before, after).map(({ what, before, after }) => (
          <div key={what} data-changed={before !== after || undefined}>
            <dt className="muted">{what}</dt>
            <dd>
              {before} → {after}
            </dd>
          </div>
        ))}
        <div data-changed={status.before !== status.after || undefined}>
          <dt className="muted">Status</dt>
          <dd className="row">
            <StatusMark status={status.before} /> → <StatusMark status={status.after} />
          </dd>
        </div>
      </dl>
      {why !== null && <p className="small">{why}</p>}
      {newContradictions.length > 0 && (
        <div>
          <p>New contradictions:</p>
          <ul className="attach-list">
            {newContradictions.map(({ kind, explained }) => (
              <li key={kind + explained}>{explained}</li>
            ))}
          </ul>
          <OfAll shown={newContradictions.length} all={newContradictionsCount} />
        </div>
      )}
    </>
  );
}
