// The middle of the page: the view state says which page or graph it shows. Above pages stands the time line.
import type { ReactElement } from 'react';
import { EntityPage } from '../entity/entity-page.js';
import { PathsStage } from '../paths/paths-stage.js';
import type { ViewState } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { ComparePage } from '../source/compare-page.js';
import { SourcePage } from '../source/source-page.js';
import { Start } from '../start/start.js';
import { TimeLine } from '../time/time-line.js';
import { ImpactBar } from '../walk/impact-bar.js';
import { WhoIsWhoPage } from '../who-is-who/who-is-who-page.js';
import { WalkStage } from '../drawn/walk-stage.js';

export function Stage(): ReactElement {
  const {
    state: { stage },
  } = useViewState();
  // Walks and paths fill the window and make room for these themselves; who is who is of today.
  const isPage = stage.at === 'entity' || stage.at === 'source' || stage.at === 'compare';
  return (
    <>
      {isPage && <TimeLine />}
      {isPage && <ImpactBar />}
      <View stage={stage} />
    </>
  );
}

function View({ stage }: { readonly stage: ViewState['stage'] }): ReactElement {
  switch (stage.at) {
    case 'start':
      return <Start />;
    case 'walk':
      return <WalkStage />;
    case 'paths':
      return <PathsStage />;
    case 'entity':
      return <EntityPage id={stage.id} />;
    case 'source':
      return <SourcePage id={stage.id} />;
    case 'compare':
      return <ComparePage a={stage.a} b={stage.b} />;
    case 'who-is-who':
      return <WhoIsWhoPage of={stage.of} />;
  }
}
