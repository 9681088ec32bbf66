// Puts the examples in front of the tabs that a browser kept, so that new examples show and nobody's own work is lost.
import type { Example } from './read-examples.js';

/** The part of the browser's storage that this needs. */
export interface KeptText {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A tab in the form that GraphiQL keeps. */
interface KeptTab {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  readonly variables: string | null;
  readonly headers: null;
  readonly operationName: string | null;
  readonly response: null;
}

const TABS = 'graphiql:tabState';
/** The examples as they were last handed out: tells an edited ready tab from an example that we changed. */
const GIVEN = 'given-examples';

export const readyTabId = (exampleName: string): string => `example:${exampleName}`;

/**
 * Rewrites the kept tabs before GraphiQL reads them: all examples first, in their order and as new, then the reader's
 * own tabs. A ready tab that was edited becomes one of the reader's own.
 */
export function placeReadyTabs(storage: KeptText, examples: readonly Example[]): void {
  const kept = readKept(storage.getItem(TABS));
  const given = storage.getItem(GIVEN) ?? '';
  const own = kept.tabs.filter(tab => isOwn(tab, given));
  const tabs = [...examples.map(readyTab), ...own.map(ownTab)];
  const active = own.includes(kept.active)
    ? examples.length + own.indexOf(kept.active)
    : examples.findIndex(({ name }) => readyTabId(name) === kept.active?.id);
  const activeTabIndex = Math.max(0, active);
  storage.setItem(TABS, JSON.stringify({ tabs, activeTabIndex }));
  storage.setItem(GIVEN, JSON.stringify(examples.map(({ text }) => text)));
  openFirst(storage, tabs[activeTabIndex]);
}

type StoredTab = Partial<Record<keyof KeptTab, unknown>> | null | undefined;

function readKept(text: string | null): { readonly tabs: readonly StoredTab[]; readonly active: StoredTab } {
  try {
    const state = JSON.parse(text ?? '{}') as { tabs?: StoredTab[]; activeTabIndex?: number } | null;
    const tabs = Array.isArray(state?.tabs) ? state.tabs : [];
    return { tabs, active: tabs[state?.activeTabIndex ?? -1] };
  } catch {
    return { tabs: [], active: undefined };
  }
}

/** Has contents that no example had. `given` holds the examples' texts as JSON. */
function isOwn(tab: StoredTab, given: string): boolean {
  if (typeof tab?.query !== 'string' || tab.query.trim() === '') return false;
  return !given.includes(JSON.stringify(tab.query)) || Boolean(tab.variables);
}

const readyTab = ({ name, text }: Example): KeptTab => ({
  ...EMPTY,
  id: readyTabId(name),
  title: name,
  query: text,
  operationName: name,
});

const ownTab = (tab: StoredTab, index: number): KeptTab => ({
  ...EMPTY,
  id: `own:${index + 1}`,
  title: typeof tab?.title === 'string' ? tab.title : 'Own query',
  query: String(tab?.query),
  variables: typeof tab?.variables === 'string' ? tab.variables : null,
});

const EMPTY = { variables: null, headers: null, operationName: null, response: null };

/** GraphiQL opens the tab whose contents it finds here; left to itself it would start with an empty editor. */
function openFirst(storage: KeptText, tab: KeptTab | undefined): void {
  const contents = { query: tab?.query, variables: tab?.variables, headers: null };
  for (const [key, value] of Object.entries(contents)) {
    if (value) storage.setItem(`graphiql:${key}`, value);
    else storage.removeItem(`graphiql:${key}`);
  }
}
