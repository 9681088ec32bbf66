// One entity of a pair that may be one: what it is called, what it is, and how much is said of it.
import type { ReactElement } from 'react';
import type { SideFragment } from '../api/documents.js';
import { EntityNames } from '../entity/entity-names.js';
import { SameAs } from '../entity/same-as.js';
import { KindMark } from '../look/kind-mark.js';
import { EntityLink } from '../look/place-link.js';
import { andMore, counted, KIND, PROVISIONAL } from '../words/words.js';

const NAMES_SHOWN = 6;

export function Side({ of }: { readonly of: SideFragment }): ReactElement {
  const { label, kind, description, isProvisional, sameAs, sameEntities, claims } = of;
  const isOwn = of.names.some(({ text }) => text === label);
  const names = of.names.filter(({ text }) => text !== label);
  const more = of.namesCount - (isOwn ? 1 : 0) - Math.min(names.length, NAMES_SHOWN);
  return (
    <div className="who-side">
      <p className="who-name">
        <KindMark kind={kind} /> <EntityLink entity={of} />
      </p>
      <p className="muted small">
        {KIND[kind]} · {counted(claims.totalCount, 'claim')}
        {isProvisional && ` · ${PROVISIONAL}`} · <code>{of.id}</code>
      </p>
      {description !== null && <p className="small">{description}</p>}
      {names.length > 0 && (
        <div className="small">
          <EntityNames names={names.slice(0, NAMES_SHOWN)} short />
          {more > 0 && <p className="muted">and {counted(more, 'more name')}</p>}
        </div>
      )}
      <SameAs addresses={sameAs} all={of.sameAsCount} />
      {sameEntities.length > 0 && (
        <p className="small muted">
          Judged one with {sameEntities.map(same => `${same.label} (${same.id})`).join(', ')}
          {andMore(sameEntities.length, of.sameEntitiesCount)}.
        </p>
      )}
    </div>
  );
}
