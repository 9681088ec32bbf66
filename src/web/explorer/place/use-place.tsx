// Where we are, for all parts of the page. Each step is one of the browser's own history: back is undo, forward is redo.
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
import type { Place } from './place.js';
import { placeText, readPlace } from './place-text.js';

export type Change = Partial<Place> | ((place: Place) => Place);

export interface Going {
  readonly place: Place;
  /** A step that can be undone. */
  readonly go: (change: Change) => void;
  /** What is no step of its own, such as a turn of the wheel: undo does not stop here. */
  readonly adjust: (change: Change) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const PlaceContext = createContext<Going | null>(null);

export function usePlace(): Going {
  const going = useContext(PlaceContext);
  if (going) return going;
  throw new Error('This part of the page stands outside of any place.');
}

interface Standing {
  readonly place: Place;
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
    place: readPlace(location.search),
    at,
    last: Math.max(at, Number(sessionStorage.getItem(LAST) ?? 0)),
  };
};

export function PlaceKeeper({ children }: { readonly children: ReactNode }): ReactElement {
  const [standing, setStanding] = useState(standingNow);
  useEffect(() => {
    const moved = (): void => setStanding(standingNow());
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const record = useCallback((change: Change, isStep: boolean) => {
    // Read from the address, so that two changes in a row build on one another.
    const { place, at, last } = standingNow();
    const next = typeof change === 'function' ? change(place) : { ...place, ...change };
    const text = placeText(next);
    if (text === placeText(place)) return;
    const address = text === '' ? location.pathname : `?${text}`;
    if (isStep) {
      history.pushState({ at: at + 1 } satisfies Mark, '', address);
      sessionStorage.setItem(LAST, String(at + 1));
    } else history.replaceState({ at } satisfies Mark, '', address);
    setStanding({ place: next, at: isStep ? at + 1 : at, last: isStep ? at + 1 : last });
  }, []);
  const going = useMemo(
    (): Going => ({
      place: standing.place,
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
