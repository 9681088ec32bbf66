// Starts the explorer: styles, cached answers, view state, and the page itself.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './look/look.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createAnswers } from './api/use-ask.js';
import { Explorer } from './explorer.js';
import { ViewStateKeeper } from './view-state/use-view-state.js';

const place = document.getElementById('explorer');
if (place === null) throw new Error('The page has no element with the id "explorer".');

createRoot(place).render(
  <QueryClientProvider client={createAnswers()}>
    <ViewStateKeeper>
      <Explorer />
    </ViewStateKeeper>
  </QueryClientProvider>,
);
