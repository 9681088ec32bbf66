// Where the playground's page starts: sets up the editor's workers and puts the playground into the document.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import examplesText from '../../../schema/examples.graphql?raw';
import { graphqlFetcher } from './graphql-fetcher.js';
import { namespacedStorage } from './namespaced-storage.js';
import { Playground } from './playground.js';
import { readExamples } from './read-examples.js';
import { placeReadyTabs } from './ready-tabs.js';

const place = document.getElementById('playground');
if (place === null) throw new Error('The page has no element with the id "playground".');

const examples = readExamples(examplesText);
const storage = namespacedStorage(localStorage, 'hearsay:');
placeReadyTabs(storage, examples);
createRoot(place).render(
  <Playground
    examples={examples}
    fetcher={graphqlFetcher(new URL('/graphql', location.href))}
    storage={storage}
  />,
);
