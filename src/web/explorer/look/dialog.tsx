// A dialog above the page: the browser's own, which keeps the keyboard inside and closes on Escape.
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <div className="stack">
        <div className="row" style={{ justifyContent: 'space-between' }}>
          <h2 id={titleId}>{title}</h2>
          <button className="button plain" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
