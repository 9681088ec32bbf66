// The name of the page, which leads to its first screen.
import type { MouseEvent, ReactElement } from 'react';
import { START } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';

export function Brand(): ReactElement {
  const { go } = useViewState();
  const goHome = (event: MouseEvent): void => {
    // With a key held it is a link like others: a new tab, a new window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(START);
  };
  return (
    <a className="header-brand" href="/" onClick={goHome}>
      Hearsay
    </a>
  );
}
