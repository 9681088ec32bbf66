// Asks what falls with an entity's word, or with a source: the stage that is in sight shows it.
import type { ViewState } from '../view-state/view-state.js';
import { openPage } from '../view-state/steps.js';

/** The first screen shows nothing that could fall: from there the page of what is set aside opens. */
export const setAside =
  (at: 'entity' | 'source', id: string) =>
  (state: ViewState): ViewState => ({
    ...(state.stage.at === 'start' ? openPage(state, at, id) : state),
    fallen: id,
  });
