// Takes the view along: as a picture, for other programs, or for a spreadsheet.
import { useState, type ReactElement } from 'react';
import { exportView } from '../canvas/export-view.js';
import { PopoverButton } from '../look/popover-button.js';
import { saveFile } from '../look/save-file.js';
import { useViewState } from '../view-state/use-view-state.js';
import { useDrawn } from '../drawn/drawn.js';
import { csvFile, toCsv } from '../table/csv.js';
import type { Drawing } from '../walk/drawing.js';

type Format = 'png' | 'svg' | 'gexf' | 'json' | 'csv';

const FORMATS: readonly { readonly format: Format; readonly name: string; readonly note: string }[] = [
  { format: 'png', name: 'PNG', note: 'a picture of what is in sight' },
  { format: 'svg', name: 'SVG', note: 'a drawing to print or edit' },
  {
    format: 'gexf',
    name: 'GEXF',
    note: 'for Gephi and other graph programs; claims with values are left out',
  },
  { format: 'json', name: 'JSON', note: 'entities and all claims as shown' },
  { format: 'csv', name: 'CSV', note: 'all claims as a table' },
];

export function ExportMenu(): ReactElement {
  const drawing = useDrawn();
  const { state } = useViewState();
  const [problem, setProblem] = useState<string | null>(null);
  const take = (format: Format): void => {
    setProblem(null);
    exported(format, drawing).catch((error: unknown) =>
      setProblem(`The view could not be exported: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  return (
    <>
      <PopoverButton face="Export" label="Export this view" disabled={drawing === null}>
        {close => (
          <ul className="header-formats">
            {FORMATS.filter(({ format }) => format !== 'png' || state.form === 'graph').map(
              ({ format, name, note }) => (
                <li key={format}>
                  <button
                    className="button plain"
                    onClick={() => {
                      take(format);
                      close();
                    }}
                  >
                    {name}
                  </button>
                  <span className="muted small">{note}</span>
                </li>
              ),
            )}
          </ul>
        )}
      </PopoverButton>
      {problem !== null && (
        <p className="note problem header-said" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

async function exported(format: Format, drawing: Drawing | null): Promise<void> {
  if (drawing === null) return;
  if (format === 'csv') saveFile('hearsay-claims.csv', csvFile(toCsv(drawing)));
  else await exportView(format, drawing);
}
