// The long version of tests/service/count-requests.test.ts: sends many requests of all kinds, and prints how many were logged and counted.
// npm run service:count -- [--requests 100000]
import { parseArgs } from 'node:util';
import { countRequests } from '../../tests/service/count-requests.js';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' } } });
const { sent, kinds, differences } = await countRequests(Number(values.requests));
for (const [kind, count] of Object.entries(kinds)) console.log(`${String(count).padStart(8)}  ${kind}`);
for (const difference of differences.slice(0, 100)) console.error(difference);
console.log(`${sent} requests, ${differences.length} not logged and counted once as what they were`);
process.exitCode = differences.length === 0 ? 0 : 1;
