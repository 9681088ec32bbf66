// Whom the source passes on, nearest first, down to the origin: each a known source or a new one.
import type { ReactElement } from 'react';
import { LONGEST_VIA, oneMore, type RelayDraft } from './draft.js';
import { Part } from '../form/problems.js';
import { SourceField } from './source-field.js';

export interface RelaysProps {
  readonly via: readonly RelayDraft[];
  readonly onChange: (via: readonly RelayDraft[]) => void;
}

export function Relays({ via, onChange }: RelaysProps): ReactElement {
  const add = (): void => onChange([...via, oneMore(via)]);
  const paths = via.map((_, at) => `via.${at}.source`);
  return (
    <Part path="via" inner={paths} className="stack attach-relays">
      <p className="small muted">
        Whom it names first, then whom that one names. The last one is the origin.
      </p>
      <ol className="stack">
        {via.map((relay, at) => (
          <li key={relay.key} className="stack attach-relay">
            <SourceField
              label={labelOf(at, via.length)}
              path={`via.${at}.source`}
              value={relay}
              onChange={change =>
                onChange(via.map(other => (other.key === relay.key ? { ...other, ...change } : other)))
              }
            />
            <Order via={via} at={at} onChange={onChange} />
          </li>
        ))}
      </ol>
      <div>
        <button type="button" className="button" disabled={via.length >= LONGEST_VIA} onClick={add}>
          Add whom that one passes on
        </button>
      </div>
    </Part>
  );
}

function Order({ via, at, onChange }: RelaysProps & { readonly at: number }): ReactElement | null {
  if (via.length < 2) return null;
  const name = `number ${at + 1}`;
  return (
    <div className="row">
      <button
        type="button"
        className="button plain small"
        aria-label={`Move ${name} nearer`}
        disabled={at === 0}
        onClick={() => onChange(swapped(via, at, at - 1))}
      >
        Nearer
      </button>
      <button
        type="button"
        className="button plain small"
        aria-label={`Move ${name} further down`}
        disabled={at === via.length - 1}
        onClick={() => onChange(swapped(via, at, at + 1))}
      >
        Further down
      </button>
      <button
        type="button"
        className="button plain small"
        aria-label={`Remove ${name}`}
        onClick={() => onChange(via.filter((_, index) => index !== at))}
      >
        Remove
      </button>
    </div>
  );
}

const labelOf = (at: number, count: number): string => {
  if (count === 1) return 'Whom it passes on';
  return `${at + 1}. ${at === 0 ? 'Whom it passes on' : 'Whom that one passes on'}${at === count - 1 ? ', the origin' : ''}`;
};

function swapped(via: readonly RelayDraft[], a: number, b: number): readonly RelayDraft[] {
  const order = [...via];
  const [one, other] = [via[a], via[b]];
  if (one && other) [order[a], order[b]] = [other, one];
  return order;
}
