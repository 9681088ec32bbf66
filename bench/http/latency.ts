// How long one waits for the nested read, first time, at 1, 16 and 200 connections.
import { contest, roundsOf } from '../contest.js';
import { figure, ratioFigure } from '../figure.js';
import type { Figure } from '../suite.js';
import type { Servers } from './contestants.js';
import { load, type Loaded, type Measuring } from './load.js';
import type { Questions } from './questions.js';
import { NESTED } from './shapes.js';

const CONNECTIONS = [1, 16, 200];
const OF_GOAL = 200;

export async function measureLatency(
  servers: Servers,
  questions: Questions,
  measuring: Measuring,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const connections of CONNECTIONS) {
    say(`latency at ${connections} connections`);
    figures.push(...(await measureAt(connections, servers, questions, measuring)));
  }
  return figures;
}

async function measureAt(
  connections: number,
  { urls }: Servers,
  questions: Questions,
  { rounds, seconds }: Measuring,
): Promise<readonly Figure[]> {
  const next = questions.fresh(NESTED);
  const loaded = { product: [] as Loaded[], handWritten: [] as Loaded[] };
  const run = (name: keyof typeof loaded) => async (): Promise<number> => {
    const found = await load({ url: urls[name], next, connections, seconds });
    loaded[name].push(found);
    return found.p99;
  };
  const p99 = await contest({ product: run('product'), handWritten: run('handWritten') }, rounds);
  // Without the round that warms up.
  const p50 = roundsOf(loaded.product.slice(1).map(found => found.p50));
  const what = `nested read at ${connections} connections`;
  return [
    ratioFigure(
      {
        name: `p99At${connections}.vsHandWritten`,
        what: `${what}: p99 beside the hand-written handler`,
        ...(connections === OF_GOAL ? { goal: { atMost: 3 } } : {}),
      },
      p99.product,
      p99.handWritten,
    ),
    figure({ name: `p50At${connections}.ms`, what: `${what}: p50` }, 'ms', p50),
    figure({ name: `p99At${connections}.ms`, what: `${what}: p99` }, 'ms', p99.product),
  ];
}
