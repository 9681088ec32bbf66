// Whether what two sources have in common is independent: whose word both pass on, and how the claims that both say are supported.
import { Fragment, type ReactElement } from 'react';
import type { ComparedQuery } from '../api/documents.js';
import { EntityLink } from '../look/place-link.js';
import { counted } from '../words/words.js';
import type { ComparedSource } from './compared-source.js';
import { isCut, LOOKED_AT, sharedOrigins } from './relays.js';

interface SharedProps {
  readonly a: ComparedSource;
  readonly b: ComparedSource;
  /** Null until it is there. */
  readonly compared: Pick<ComparedQuery['compareSources'], 'both' | 'bothCount'> | null;
}

export function SharedOrigins({ a, b, compared }: SharedProps): ReactElement {
  const { both, bothCount } = compared ?? { both: [], bothCount: 0 };
  const shared = sharedOrigins(a.attestations.nodes, b.attestations.nodes);
  const isPart = [a, b].some(
    ({ attestations: { nodes, totalCount } }) => nodes.length < totalCount || isCut(nodes),
  );
  const independent = both.filter(({ support }) => support.independence === 'ESTABLISHED').length;
  return (
    <div className="note source-shared">
      {both.length > 0 && (
        <p>
          Of {both.length < bothCount && `the first ${both.length} of `}
          {counted(bothCount, 'claim')} that both say,{' '}
          <b>{independent === 0 ? 'none' : independent.toLocaleString('en')}</b>{' '}
          {independent === 1 ? 'rests' : 'rest'} on origins established as independent. To say the same is not
          yet to confirm it.
        </p>
      )}
      {shared.length === 0 ? (
        <p>{isPart ? 'Among what was looked through, they' : 'They'} pass on nobody’s word in common.</p>
      ) : (
        <p>
          Both pass on the word of{' '}
          {shared.map(({ name, party, a: ofA, b: ofB }, at) => (
            <Fragment key={party?.id ?? name}>
              {at > 0 && (at === shared.length - 1 ? ' and ' : ', ')}
              <b>{party ? <EntityLink entity={party} /> : name}</b>{' '}
              <span className="muted small">
                (A for {counted(ofA, 'claim')}, B for {counted(ofB, 'claim')})
              </span>
            </Fragment>
          ))}
          .
        </p>
      )}
      {isPart && (
        <p className="muted small">
          Looked through for this: the first 100 things that each of them says, and the first {LOOKED_AT} that
          it passes on with each.
        </p>
      )}
    </div>
  );
}
