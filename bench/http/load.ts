// Load on one address by autocannon: how many answers a second, and how long one waits for them.
import { loadPeer } from '../peers.js';

export interface Load {
  readonly url: string;
  /** The body of the next request. */
  readonly next: () => string;
  readonly connections: number;
  readonly seconds: number;
}

/** How much of it is measured. */
export interface Measuring {
  readonly rounds: number;
  /** Of each contestant in each round. */
  readonly seconds: number;
}

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

interface Run extends Promise<{
  readonly duration: number;
  readonly requests: { readonly total: number };
  readonly non2xx: number;
  readonly errors: number;
}> {
  on(event: 'response', listener: (client: unknown, code: number, bytes: number, ms: number) => void): void;
}

/** On a machine that is busy otherwise, a round goes on until it has seen so many answers. */
const FEWEST_ANSWERS = 30;

/** @throws Error where any answer was a refusal: those are cheap. */
export async function load(wanted: Load): Promise<Loaded> {
  const waits: number[] = [];
  let seconds = 0;
  while (seconds === 0 || waits.length < FEWEST_ANSWERS) seconds += await loadOnce(wanted, waits);
  waits.sort((a, b) => a - b);
  const at = (part: number): number => waits[Math.floor((waits.length - 1) * part)] ?? NaN;
  return { perSecond: waits.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Notes how long each answer took, in milliseconds; returns how long it went on. */
async function loadOnce({ url, next, connections, seconds }: Load, waits: number[]): Promise<number> {
  const autocannon = loadPeer<(options: object) => Run>('autocannon');
  const request = { setupRequest: (sent: object) => ({ ...sent, body: next() }) };
  const run = autocannon({
    ...{ url, connections, duration: seconds, method: 'POST', requests: [request] },
    headers: { 'content-type': 'application/json' },
  });
  // Its own histogram is of whole milliseconds.
  run.on('response', (_client, _code, _bytes, ms) => waits.push(ms));
  const { non2xx, errors, duration } = await run;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals and ${errors} faults under load.`);
  return duration;
}
