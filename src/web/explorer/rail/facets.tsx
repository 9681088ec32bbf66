// The filters one by one, as the view state holds them.
import type { ReactElement } from 'react';
import type { ClaimStatus, FacetsQuery } from '../api/documents.js';
import { KindMark } from '../look/kind-mark.js';
import { StatusLine } from '../look/status-mark.js';
import { CERTAINTIES, CERTAINTY, KIND, KINDS, STATUS, STATUSES } from '../words/words.js';
import type { Filters } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Chains } from './chains.js';
import { toggled } from './choice.js';
import { PredicateFacet } from './predicate-facet.js';
import { SourceFacet } from './source-facet.js';
import { Group, Tick } from './tick.js';

/** Shown where there are any, or where they are chosen. */
const RARE: readonly ClaimStatus[] = ['DENIED', 'SUPERSEDED', 'WITHDRAWN'];

interface FacetProps {
  readonly filters: Filters;
  readonly onChange: (given: Partial<Filters>) => void;
}

export function Facets({ counts }: { readonly counts: FacetsQuery | null }): ReactElement {
  const { state, go } = useViewState();
  const { filters } = state;
  const keep = (given: Partial<Filters>): void =>
    go(now => ({ ...now, filters: { ...now.filters, ...given } }));
  const byStatus = new Map(counts?.statuses.byStatus.map(({ status, count }) => [status, count]));
  const statuses = STATUSES.filter(
    status => !RARE.includes(status) || byStatus.has(status) || filters.statuses?.includes(status),
  );
  const isMoreOn = filters.kinds !== null || filters.certainty !== null || filters.source !== null;
  return (
    <>
      <Group name="How firm">
        {statuses.map(status => (
          <Tick
            key={status}
            isOn={filters.statuses?.includes(status) ?? false}
            onToggle={() => keep({ statuses: toggled(filters.statuses, status, STATUSES) })}
            count={counts && (byStatus.get(status) ?? 0)}
          >
            <StatusLine status={status} /> {STATUS[status]}
          </Tick>
        ))}
      </Group>
      <Group name="Independent chains">
        <Chains least={filters.minIndependent} onLeast={minIndependent => keep({ minIndependent })} />
      </Group>
      <PredicateFacet
        counts={counts?.predicates ?? null}
        chosen={filters.predicates}
        onChosen={predicates => keep({ predicates })}
      />
      <details className="rail-more" open={isMoreOn}>
        <summary className="label">More filters</summary>
        <div className="rail-groups">
          <KindFacet filters={filters} onChange={keep} />
          <CertaintyFacet filters={filters} onChange={keep} />
          <Group name="Said by the source">
            <SourceFacet chosen={filters.source} onChosen={source => keep({ source })} />
          </Group>
        </div>
      </details>
    </>
  );
}

function KindFacet({ filters, onChange }: FacetProps): ReactElement {
  return (
    <Group name="Leads to">
      {KINDS.map(kind => (
        <Tick
          key={kind}
          isOn={filters.kinds?.includes(kind) ?? false}
          onToggle={() => onChange({ kinds: toggled(filters.kinds, kind, KINDS) })}
        >
          <KindMark kind={kind} /> <span aria-hidden="true">{KIND[kind]}</span>
        </Tick>
      ))}
    </Group>
  );
}

function CertaintyFacet({ filters, onChange }: FacetProps): ReactElement {
  return (
    <Group name="Said as">
      {CERTAINTIES.map(certainty => (
        <Tick
          key={certainty}
          isOn={filters.certainty?.includes(certainty) ?? false}
          onToggle={() => onChange({ certainty: toggled(filters.certainty, certainty, CERTAINTIES) })}
        >
          {CERTAINTY[certainty]}
        </Tick>
      ))}
    </Group>
  );
}
