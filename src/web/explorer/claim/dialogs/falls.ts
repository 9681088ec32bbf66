// What of a claim may be set aside to see what falls with it, and the view state that shows it.
import type { ClaimSayerFragment, ClaimSupportFragment } from '../../api/documents.js';
import { SOURCE_KIND } from '../../words/words.js';
import { walkFrom, type ViewState } from '../../view-state/view-state.js';
import { partyWords } from '../../words/source-words.js';

export interface Falling {
  readonly id: string;
  readonly words: string;
  /** What distinguishes it from others; may be empty. */
  readonly more: string;
  readonly withFamily: boolean;
}

/** Each once, in the order in which they were recorded; what every chain runs through is listed by itself alone. */
export function fallsOf(
  { soleDependencies, ties }: Pick<ClaimSupportFragment, 'soleDependencies' | 'ties'>,
  sayers: readonly ClaimSayerFragment[],
  dateWords: (edtf: string | null) => string,
): { readonly shared: Falling[]; readonly parties: Falling[]; readonly sources: Falling[] } {
  const live = sayers.filter(({ withdrawn }) => withdrawn === null);
  const shared = soleDependencies.map(({ id, label }) => ({
    id,
    words: label,
    ...family(ties.some(({ a, b }) => id === a.id || id === b.id)),
  }));
  const parties = live.flatMap(({ source: { party } }) =>
    party && !shared.some(({ id }) => id === party.id)
      ? [{ id: party.id, words: party.label, more: '', withFamily: false }]
      : [],
  );
  const sources = live.map(({ source }) => ({
    id: source.id,
    words: `${partyWords(source)}: ${source.title ?? SOURCE_KIND[source.kind]}`,
    more: dateWords(source.publishedAt),
    withFamily: false,
  }));
  return { shared, parties: once(parties), sources: once(sources) };
}

const family = (withFamily: boolean) => ({ more: withFamily ? 'with its family' : '', withFamily });

const once = (falls: readonly Falling[]): Falling[] => [
  ...new Map(falls.map(falling => [falling.id, falling])).values(),
];

/** The same view state with something set aside; if it shows no graph, a walk from the claim's subject, with the claim still selected. */
export const ifFallen =
  (fallen: string, subject: string, withFamily = false) =>
  (state: ViewState): ViewState => ({
    ...(state.stage.at === 'walk' || state.stage.at === 'paths' ? state : walkFrom(state, subject)),
    selected: state.selected,
    fallen,
    withFamily,
  });
