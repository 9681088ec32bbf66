// A server of its own process over the long world: tells its address and the ids to ask for, and how it fared while it was watched.
import 'reflect-metadata';
import { openLedger } from '../../tests/fixtures/open-ledger.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { startServer } from '../../src/graphql/server.js';
import { LONG, makeLongWorld, SHORT } from './long-world.js';

const [length = 'long', operationMs = '10000'] = process.argv.slice(2);
const { ledger } = await openLedger();
const ids = await makeLongWorld(ledger, length === 'long' ? LONG : SHORT);
await ledger.graph.names.ready();
const server = await startServer({
  ledger,
  by: 'hostile',
  port: 0,
  webFolder: '',
  limits: { ...LIMITS, operationMs: Number(operationMs) },
  log: (incident, error) => process.stderr.write(`${incident} ${String((error as Error).stack ?? error)}\n`),
});
process.send?.({ apiUrl: server.apiUrl, ids });

/** The longest turn of the event loop since it was last asked, in milliseconds of this process's own time: others' load does not count. */
const turns = { longest: 0, watched: false };
let spent = process.cpuUsage();
function watch(): void {
  const { user, system } = process.cpuUsage(spent);
  turns.longest = Math.max(turns.longest, (user + system) / 1000);
  spent = process.cpuUsage();
  if (turns.watched) setImmediate(watch);
}

process.on('message', (asked: 'begin' | 'end') => {
  turns.watched = asked === 'begin';
  if (turns.watched) {
    spent = process.cpuUsage();
    turns.longest = 0;
    watch();
  } else {
    process.send?.({ rss: process.memoryUsage().rss, longest: turns.longest });
  }
});
process.on('disconnect', () => process.exit(0));
