// The page: the bar at the top, the rail at the left, the stage in the middle, and at the right what is selected.
import { useEffect, type ReactElement } from 'react';
import './explorer.css';
import { Header } from './header/header.js';
import { HelpKeeper } from './help/help.js';
import { useViewState } from './view-state/use-view-state.js';
import { Panel } from './panel/panel.js';
import { Rail } from './rail/rail.js';
import { DrawnKeeper } from './drawn/drawn.js';
import { Stage } from './stage/stage.js';
import { TokenAsker } from './token/token-asker.js';
import { useUndoKeys } from './walk/use-keys.js';

export function Explorer(): ReactElement {
  const { state } = useViewState();
  const { at } = state.stage;
  useUndoKeys();
  // Each page begins at its top. Newer browsers answer a promise, which must not be taken for what ends the effect.
  useEffect(() => {
    void document.getElementById('stage')?.scrollTo(0, 0);
  }, [at]);
  const hasRail = at === 'walk' || at === 'paths';
  return (
    <HelpKeeper>
      <TokenAsker />
      <DrawnKeeper>
        <a className="skip" href="#stage">
          Skip to the view
        </a>
        <div className="page" data-stage={at} data-panel={state.selected !== null} data-rail={hasRail}>
          <Header />
          {hasRail && <Rail />}
          <main id="stage" tabIndex={-1}>
            <Stage />
          </main>
          {state.selected && <Panel selected={state.selected} />}
        </div>
      </DrawnKeeper>
    </HelpKeeper>
  );
}
