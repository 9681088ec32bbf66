// A dialog that holds a form: what was entered is not lost by a slip, since closing asks once.
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import './form.css';

const FIRST = '[data-first] input, [data-first] select';

interface FormDialogProps {
  readonly title: string;
  /** Something was entered and not saved. */
  readonly isUnsaved: boolean;
  /** The fields are there. */
  readonly isReady: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The keyboard starts in the first field below an element with `data-first`. */
export function FormDialog({ title, isUnsaved, isReady, onClose, children }: FormDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    if (isReady) dialog.current?.querySelector<HTMLElement>(FIRST)?.focus();
  }, [isReady]);
  const close = (): void => {
    if (isUnsaved && !asks) setAsks(true);
    else dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className="form-dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={event => {
        // A file field within has a cancel of its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="stack">
        <div className="row form-top">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="button plain" onClick={close}>
            Close
          </button>
        </div>
        {asks && isUnsaved && (
          <div className="note problem row" role="alert">
            <p>What you entered is not saved.</p>
            <button type="button" className="button" onClick={() => setAsks(false)}>
              Keep editing
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              Close without saving
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
