// Tests run on the sources; `graphql` is pinned to one copy, since two copies refuse each other's types.
import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const require = createRequire(import.meta.url);
const report = process.env['HEARSAY_TEST_REPORT'];

/**
 * Begins with the files that take longest: those that wait for other processes, databases and browsers. They are short to read, so Vitest
 * would begin with others, and leave one worker alone with them in the end.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\/tests\/(durability|story|service|browser|cli|fixtures)\/|postgres|shared/.test(moduleId);
    const others = await super.sort(files);
    return [...others.filter(isLong), ...others.filter(file => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['reflect-metadata'],
    // One more than two cores have work for: many tests wait, for child processes, browsers, or the clock.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Files share what they import: reading it anew for each took a minute. What fixtures keep from one test to the next, no test can change.
    isolate: false,
    // A browser on a busy machine may take its time; a test that waits in vain still fails.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
