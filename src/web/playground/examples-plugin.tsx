// A panel of GraphiQL that lists the examples by the question each one answers; a click opens its tab.
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { useEffect, type ReactElement } from 'react';
import type { Example } from './read-examples.js';
import { readyTabId } from './ready-tabs.js';

/** The panel for these examples. An example whose tab was closed is shown as such: it is back on the next visit. */
export const examplesPlugin = (examples: readonly Example[]): GraphiQLPlugin => ({
  title: 'Examples',
  icon: ExamplesIcon,
  content: () => <ExampleList examples={examples} />,
});

function ExampleList({ examples }: { readonly examples: readonly Example[] }): ReactElement {
  const actions = useGraphiQLActions();
  const tabs = useGraphiQL(state => state.tabs);
  const active = useGraphiQL(state => state.activeTabIndex);
  useEffect(() => {
    document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  return (
    <section aria-label="Examples">
      <div className="graphiql-doc-explorer-title">Examples</div>
      <ul className="examples">
        {examples.map(example => {
          const index = tabs.findIndex(tab => tab.id === readyTabId(example.name));
          return (
            <li key={example.name}>
              <button
                type="button"
                disabled={index < 0}
                aria-current={index === active}
                onClick={() => actions.changeTab(index)}
              >
                {example.question}
                <small>{index < 0 ? 'Tab closed; reload to have it back' : example.name}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const ExamplesIcon = (): ReactElement => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M3 5h1M3 10h1M3 15h1M7 5h10M7 10h10M7 15h10" strokeLinecap="round" />
  </svg>
);
