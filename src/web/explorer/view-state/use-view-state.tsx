// The view state, for all parts of the page. Each step is an entry of the browser's history: back is undo, forward is redo.
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { ViewState } from './view-state.js';
import { addressOf, readAddress } from './address.js';

export type ViewStateChange = Partial<ViewState> | ((state: ViewState) => ViewState);

export interface Navigation {
  readonly state: ViewState;
  /** A step that can be undone. */
  readonly go: (change: ViewStateChange) => void;
  /** What is no step of its own, such as a turn of the wheel: undo does not stop here. */
  readonly adjust: (change: ViewStateChange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const PlaceContext = createContext<Navigation | null>(null);

export function useViewState(): Navigation {
  const going = useContext(PlaceContext);
  if (going) return going;
  throw new Error('This part of the page is outside of the ViewStateKeeper.');
}

interface Standing {
  readonly state: ViewState;
  /** How many steps back there are in this tab, and how many there were made. */
  readonly at: number;
  readonly last: number;
}

/** Kept with each entry of the history: how many steps led there. */
interface Mark {
  readonly at?: number;
}

const LAST = 'hearsay:steps';

const standingNow = (): Standing => {
  const at = (history.state as Mark | null)?.at ?? 0;
  return {
    state: readAddress(location.search),
    at,
    last: Math.max(at, Number(sessionStorage.getItem(LAST) ?? 0)),
  };
};

export function ViewStateKeeper({ children }: { readonly children: ReactNode }): ReactElement {
  const [standing, setStanding] = useState(standingNow);
  useEffect(() => {
    const moved = (): void => setStanding(standingNow());
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const record = useCallback((change: ViewStateChange, isStep: boolean) => {
    // Read from the address, so that two changes in a row build on one another.
    const { state, at, last } = standingNow();
    const next = typeof change === 'function' ? change(state) : { ...state, ...change };
    const text = addressOf(next);
    if (text === addressOf(state)) return;
    const address = text === '' ? location.pathname : `?${text}`;
    if (isStep) {
      history.pushState({ at: at + 1 } satisfies Mark, '', address);
      sessionStorage.setItem(LAST, String(at + 1));
    } else history.replaceState({ at } satisfies Mark, '', address);
    setStanding({ state: next, at: isStep ? at + 1 : at, last: isStep ? at + 1 : last });
  }, []);
  const going = useMemo(
    (): Navigation => ({
      state: standing.state,
      go: change => record(change, true),
      adjust: change => record(change, false),
      undo: () => history.back(),
      redo: () => history.forward(),
      canUndo: standing.at > 0,
      canRedo: standing.at < standing.last,
    }),
    [standing, record],
  );
  return <PlaceContext value={going}>{children}</PlaceContext>;
}
