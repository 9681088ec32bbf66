// The bar at the top: where one is at home, the search, the two times, and what can be done with the view.
import type { ReactElement } from 'react';
import { useHelp } from '../help/help.js';
import { PlaceLink } from '../look/place-link.js';
import { useViewState } from '../view-state/use-view-state.js';
import { EverythingSearch } from '../search/everything-search.js';
import { TimeControls } from '../time/time-controls.js';
import { openWhoIsWho } from '../view-state/steps.js';
import { Brand } from './brand.js';
import { CopyLink } from './copy-link.js';
import { ExportMenu } from './export-menu.js';
import { FormSwitch } from './form-switch.js';
import './header.css';

export function Header(): ReactElement {
  const {
    state: { stage },
  } = useViewState();
  const openHelp = useHelp();
  const isDrawn = stage.at === 'walk' || stage.at === 'paths';
  return (
    <header className="header">
      <Brand />
      {/* The first page has the search in its middle. */}
      <div className="header-search">{stage.at !== 'start' && <EverythingSearch />}</div>
      <div className="header-tools">
        <TimeControls />
        {isDrawn && <FormSwitch />}
        {isDrawn && <ExportMenu />}
        <CopyLink />
        <span className="header-link">
          <PlaceLink to={now => openWhoIsWho(now)}>Who is who</PlaceLink>
        </span>
        <a className="header-link" href="/playground/">
          Playground
        </a>
      </div>
      <button className="button header-help" aria-label="Help" title="Help (?)" onClick={openHelp}>
        ?
      </button>
    </header>
  );
}
