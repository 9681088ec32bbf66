// The view state that shows two sources side by side.
import type { ViewState } from '../view-state/view-state.js';

export const compare = (state: ViewState, a: string, b: string): ViewState => ({
  ...state,
  stage: { at: 'compare', a, b },
  selected: null,
  fallen: null,
});
