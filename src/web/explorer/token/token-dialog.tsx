// The form that takes a token.
import { useId, useState, type ReactElement } from 'react';
import { Dialog } from '../look/dialog.js';
import { firstFocus } from '../look/first-focus.js';

export function TokenDialog({
  why,
  onToken,
  onClose,
}: {
  /** Why the last token was not enough; null before the first. */
  readonly why: string | null;
  readonly onToken: (token: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const [token, setToken] = useState('');
  const noteId = useId();
  return (
    <Dialog title="This server asks for a token" onClose={onClose}>
      {why !== null && (
        <p className="note problem" role="alert">
          The server did not let this token in. It may be mistyped, or no longer valid.
        </p>
      )}
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (token.trim() !== '') onToken(token.trim());
        }}
      >
        <label className="field">
          Token
          <input
            ref={firstFocus}
            type="password"
            autoComplete="off"
            value={token}
            aria-describedby={noteId}
            onChange={event => setToken(event.target.value)}
          />
        </label>
        <p id={noteId} className="muted small">
          Whoever runs this server gives tokens out. It stays in the memory of this page: reload, and you are
          asked again.
        </p>
        <div>
          <button className="button first" disabled={token.trim() === ''}>
            Use this token
          </button>
        </div>
      </form>
    </Dialog>
  );
}
