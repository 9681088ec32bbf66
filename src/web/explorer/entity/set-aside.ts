// Asks what falls with an entity's word, or with a source: the stage that is in sight shows it.
import type { Place } from '../place/place.js';
import { openPage } from '../place/steps.js';

/** The first screen shows nothing that could fall: from there the page of what is set aside opens. */
export const setAside =
  (at: 'entity' | 'source', id: string) =>
  (place: Place): Place => ({
    ...(place.stage.at === 'start' ? openPage(place, at, id) : place),
    fallen: id,
  });
