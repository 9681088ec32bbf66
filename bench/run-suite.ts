// One suite in a process of its own, so that what it keeps in memory is no matter of the next: tells its figures to `run.ts`, which started it.
import { loadSuite } from './suites.js';

const [name = '', form] = process.argv.slice(2);
if (!process.send) throw new Error('Run suites by `npm run bench`.');
const suite = await loadSuite(name);
const say = (line: string): void =>
  console.error(`  ${String(Math.round(performance.now() / 1000)).padStart(4)} s  ${line}`);
process.send(await suite({ quick: form === 'quick', say }));
process.disconnect();
