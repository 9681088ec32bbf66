// All measurements, one suite after another: `npm run bench [-- --quick] [--json FILE] [--only http,writes]`.
// Compiled by tsc before it runs: tsx names every closure as it is made, which slows down what is measured.
import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Figure } from './suite.js';
import { SUITES } from './suites.js';
import { tableOf } from './table.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, only: { type: 'string' } },
});
const names = values.only?.split(',') ?? SUITES;
checkReady(names);

const began = performance.now();
const figures: Figure[] = [];
const failed: string[] = [];
for (const name of names) {
  console.error(name);
  const found = await figuresOf(name, values.quick === true);
  if (found) figures.push(...found);
  else failed.push(name);
}
console.log(tableOf(figures));
console.log(`\nIn ${Math.round((performance.now() - began) / 1000)} s.`);
if (values.json !== undefined) {
  const byName = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
  writeFileSync(values.json, `${JSON.stringify(byName, null, 2)}\n`);
}
if (failed.length > 0) console.error(`These suites ended without figures: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Null where the suite failed; what went wrong is on standard error by then. */
function figuresOf(name: string, quick: boolean): Promise<readonly Figure[] | null> {
  return new Promise(resolve => {
    let found: readonly Figure[] | null = null;
    const child = fork(here('run-suite.js'), [name, quick ? 'quick' : 'whole'], {
      // Memory is told after a collection.
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 2, 2, 'ipc'],
      // JSON has no NaN.
      serialization: 'advanced',
    });
    child.on('message', message => (found = message as readonly Figure[]));
    child.on('close', code => resolve(code === 0 ? found : null));
  });
}

function checkReady(wanted: readonly string[]): void {
  const unknown = wanted.filter(name => !SUITES.includes(name));
  const missing = [
    ...unknown.map(name => `There is no suite "${name}": give some of ${SUITES.join(', ')}.`),
    existsSync('bench/node_modules') ||
      'The peers are not installed: run `npm install --prefix bench` first.',
    existsSync('dist/cli/main.js') || 'The program is not built: run `npm run build` first.',
  ].filter(line => typeof line === 'string');
  if (missing.length === 0) return;
  console.error(missing.join('\n'));
  process.exit(2);
}
