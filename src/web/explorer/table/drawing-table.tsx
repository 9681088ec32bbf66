// The table twin: the claims and the entities that the graph would draw, as rows.
import { useState, type ReactElement } from 'react';
import { KindMark } from '../look/kind-mark.js';
import { saveFile } from '../look/save-file.js';
import { Empty } from '../look/states.js';
import { StatusMark } from '../look/status-mark.js';
import { counted } from '../words/words.js';
import { useViewState } from '../view-state/use-view-state.js';
import { claimsIn, nodeOf, type DrawnClaim, type DrawnNode, type Drawing } from '../walk/drawing.js';
import { select } from '../view-state/steps.js';
import { CLAIM_COLUMNS, ENTITY_COLUMNS, type Column } from './columns.js';
import { csvFile, csvOf, toCsv } from './csv.js';
import { SortedTable } from './sorted-table.js';
import './table.css';

export function DrawingTable({ drawing }: { readonly drawing: Drawing }): ReactElement {
  const { state, go } = useViewState();
  const [tab, setTab] = useState<'claims' | 'entities'>('claims');
  const { nodes } = drawing;
  const claims = claimsIn(drawing);
  const selected = state.selected?.id ?? null;
  const keep = (): void =>
    tab === 'claims'
      ? saveFile('hearsay-claims.csv', csvFile(toCsv(drawing)))
      : saveFile('hearsay-entities.csv', csvFile(csvOf(nodes, ENTITY_COLUMNS)));
  return (
    <div className="table-twin">
      <div className="row">
        <button className="button" aria-pressed={tab === 'claims'} onClick={() => setTab('claims')}>
          {counted(claims.length, 'claim')}
        </button>
        <button className="button" aria-pressed={tab === 'entities'} onClick={() => setTab('entities')}>
          {counted(nodes.length, 'entity', 'entities')}
        </button>
        <button className="button plain" onClick={keep}>
          Save as CSV
        </button>
      </div>
      {tab === 'claims' && claims.length === 0 && (
        <Empty>No claim about these entities is kept by the filters and times.</Empty>
      )}
      {tab === 'claims' && claims.length > 0 && (
        <SortedTable
          caption="Claims in this view"
          columns={CLAIM_COLUMNS}
          items={claims}
          idOf={({ claim }) => claim.id}
          shown={claimCell}
          selected={selected}
          onSelect={id => go(now => select(now, 'claim', id))}
        />
      )}
      {tab === 'entities' && (
        <SortedTable
          caption="Entities in this view"
          columns={ENTITY_COLUMNS}
          items={nodes}
          idOf={({ entity }) => entity.id}
          shown={entityCell}
          selected={selected && (nodeOf(drawing, selected)?.entity.id ?? selected)}
          onSelect={id => go(now => select(now, 'entity', id))}
        />
      )}
    </div>
  );
}

function claimCell(
  { claim, isWeakest, fall }: DrawnClaim,
  { id }: Column<DrawnClaim>,
): ReactElement | undefined {
  if (id === 'status') return <StatusMark status={claim.status} />;
  if (id !== 'claim') return undefined;
  return (
    <span className="said">
      {claim.sentence}
      {isWeakest && <span className="tag">weakest step</span>}
      {fall !== null && <span className="tag">{fall}</span>}
    </span>
  );
}

function entityCell({ entity, isFocus }: DrawnNode, { id }: Column<DrawnNode>): ReactElement | undefined {
  if (id !== 'entity') return undefined;
  return (
    <span className="row">
      <KindMark kind={entity.kind} /> {entity.label} {isFocus && <span className="tag">in the middle</span>}
    </span>
  );
}
