// Loads a dossier file: first it is checked and counted, and nothing is recorded before one says so.
import { useState, type ReactElement } from 'react';
import { LoadDossierDocument, type LoadDossierMutation } from '../api/documents.js';
import { useRecording } from '../api/use-ask.js';
import { OfAll } from '../look/of-all.js';
import { dossierWords } from './dossier-words.js';
import { Refusals } from './refusals.js';

export function Dossier(): ReactElement {
  const [text, setText] = useState('');
  const [unread, setUnread] = useState(false);
  const check = useRecording(LoadDossierDocument, { changes: false });
  const load = useRecording(LoadDossierDocument);
  const open = (file: File | undefined): void => {
    if (!file) return;
    setUnread(false);
    load.reset();
    file.text().then(
      read => {
        setText(read);
        check.mutate({ text: read, preview: true });
      },
      () => setUnread(true),
    );
  };
  const checked = check.data?.loadDossier;
  const isGood = checked?.problemsCount === 0 && checked.userErrors.length === 0;
  return (
    <section className="start-way stack">
      <h2 className="said">Open a dossier</h2>
      <label className="field small">
        A file of entities, claims and their sources, in YAML
        <input type="file" accept=".yaml,.yml" onChange={({ target }) => open(target.files?.[0])} />
      </label>
      {unread && <p role="alert">Your browser could not read this file.</p>}
      <div className="stack small" aria-live="polite">
        {check.isPending && <p className="waiting">Checking …</p>}
        {checked && <p>{dossierWords(checked)}</p>}
        {checked && <DossierProblems of={checked} />}
      </div>
      {isGood && (
        <div>
          <button
            className="button first"
            disabled={load.isPending}
            onClick={() => load.mutate({ text, preview: false })}
          >
            {load.isPending ? 'Loading …' : 'Load it'}
          </button>
        </div>
      )}
      <Refusals
        problem={check.error ?? load.error}
        errors={(load.data ?? check.data)?.loadDossier.userErrors}
      />
    </section>
  );
}

type Checked = Pick<LoadDossierMutation['loadDossier'], 'problems' | 'problemsCount'>;

function DossierProblems({ of: { problems, problemsCount } }: { readonly of: Checked }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <>
      <ul className="note problem stack">
        {problems.map(({ line, column, message }) => (
          <li key={`${line}:${column}:${message}`}>
            <strong>
              Line {line}, column {column}:
            </strong>{' '}
            {message}
          </li>
        ))}
      </ul>
      <OfAll shown={problems.length} all={problemsCount} what="problems" />
    </>
  );
}
