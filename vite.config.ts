// Builds the two pages, explorer and playground, into dist/web; fonts and editor workers included, all of it is served by us.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  // In the browser there is no `Buffer`.
  resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Larger than Vite likes: the pages are read from this machine, not over a network.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      input: { explorer: 'src/web/index.html', playground: 'src/web/playground/index.html' },
      checks: { moduleLevelDirective: false },
    },
  },
});
