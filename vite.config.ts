// Builds the playground's page into dist/web; all of it, editor workers and fonts included, is served by us.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  base: '/playground/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Larger than Vite likes: the page is read from this machine, not over a network.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
