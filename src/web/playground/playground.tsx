// The playground: GraphiQL over our own API, with the examples as ready tabs and as a list of questions beside them.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { useGraphiQL } from '@graphiql/react';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, type ReactElement } from 'react';
import { examplesPlugin } from './examples-plugin.js';
import type { Example } from './read-examples.js';

export interface PlaygroundProps {
  readonly examples: readonly Example[];
  readonly fetcher: Fetcher;
  readonly storage: Storage;
}

/** Takes its light or dark look from the system until the reader chooses one in the settings. */
export function Playground({ examples, fetcher, storage }: PlaygroundProps): ReactElement {
  const questions = useMemo(() => examplesPlugin(examples), [examples]);
  const plugins = useMemo(() => [questions, explorerPlugin(), HISTORY_PLUGIN], [questions]);
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      visiblePlugin={questions}
      defaultEditorToolsVisibility={false}
    >
      <WrapLongLines />
      <GraphiQL.Logo>Hearsay</GraphiQL.Logo>
      <GraphiQL.Footer>
        <p className="help">
          Pick an example and run it with ▶ or Ctrl+Enter. Edit freely: on the next visit the examples are as
          new, and what you changed is kept in a tab behind them.
        </p>
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

/** GraphiQL has no option for it, and the comments of the examples are there to be read. */
function WrapLongLines(): null {
  const editor = useGraphiQL(state => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' }), [editor]);
  return null;
}
