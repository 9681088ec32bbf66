// Tests run on the sources; `graphql` is pinned to one copy, since two copies refuse each other's types.
import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const report = process.env['HEARSAY_TEST_REPORT'];

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['reflect-metadata'],
    // Two cores, two workers: many tests wait for child processes.
    maxWorkers: 2,
    // Files share what they import: reading it anew for each took a minute. What fixtures keep from one test to the next, no test can change.
    isolate: false,
    // A browser on a busy machine may take its time; a test that waits in vain still fails.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
