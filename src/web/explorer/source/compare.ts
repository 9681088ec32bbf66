// The place that shows two sources side by side.
import type { Place } from '../place/place.js';

export const compare = (place: Place, a: string, b: string): Place => ({
  ...place,
  stage: { at: 'compare', a, b },
  selected: null,
  fallen: null,
});
