// Puts the compiled program and what it uses of its packages into a few files: to load hundreds of small ones takes longer than most commands.
import { chmodSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

const MAIN = 'dist/cli/main.js';

/** Of the last build: their names change with what is in them. */
rmSync('dist/chunks', { recursive: true, force: true });

const bundle = await rolldown({
  input: {
    'cli/main': 'dist/modules/cli/main.js',
    // Runs in a worker thread, which is given a file.
    'exchange/dossier/thread': 'dist/modules/exchange/dossier/thread.js',
  },
  platform: 'node',
  // `libsql` brings a binary, and `pinyin-pro` is loaded only where there are Chinese names. The others are not installed: packages ask for
  // them where they are.
  external: ['libsql', 'pinyin-pro', 'pg-native', 'class-validator'],
  logLevel: 'warn',
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});

/** So that `npx hearsay` may run it: it is not there yet when npm installs, which would do this. */
chmodSync(MAIN, 0o755);
