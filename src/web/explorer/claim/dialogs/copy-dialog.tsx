// A text to take along: shown as it will be copied, with a button that copies it.
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Dialog } from '../../look/dialog.js';

export function CopyDialog({
  title,
  text,
  children,
  onClose,
}: {
  readonly title: string;
  readonly text: string;
  /** Stands above the text. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied.');
    } catch {
      // Not every browser lets a page do it, least of all one without HTTPS.
      field.current?.select();
      setTold('This browser does not let the page copy. The text is marked: copy it with your keyboard.');
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <label className="field">
        <span className="label">Text</span>
        <textarea ref={field} className="claim-copied" readOnly rows={14} value={text} />
      </label>
      <div className="row">
        <button className="button first" onClick={() => void copy()}>
          Copy
        </button>
        <span role="status">{told}</span>
      </div>
    </Dialog>
  );
}
