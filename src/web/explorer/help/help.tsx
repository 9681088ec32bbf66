// The keys of the page and what they do: `?` shows them, and so does whoever holds `useHelp`.
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Dialog } from '../look/dialog.js';
import { HelpPages } from './help-pages.js';
import { isTyping } from './typing.js';

const HelpContext = createContext<() => void>(() => undefined);

/** Opens the help. */
export const useHelp = (): (() => void) => useContext(HelpContext);

export function HelpKeeper({ children }: { readonly children: ReactNode }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const open = useMemo(() => () => setOpen(true), []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [open]);
  return (
    <HelpContext value={open}>
      {children}
      {isOpen && (
        <Dialog title="Help" onClose={() => setOpen(false)}>
          <HelpPages />
        </Dialog>
      )}
    </HelpContext>
  );
}
