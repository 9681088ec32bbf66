// Reads by HTTP: the built product beside bare `node:http`, a handler written by hand, mercurius and stock Apollo.
import { inFolder } from '../../tests/fixtures/hearsay-process.js';
import type { Suite } from '../suite.js';
import { askedOf, startServers } from './contestants.js';
import { measureGrowth } from './growth.js';
import { measureLatency } from './latency.js';
import type { Measuring } from './load.js';
import { Questions } from './questions.js';
import { measureReads } from './reads.js';
import { measureTenQuestions } from './ten-questions.js';

const QUICK = { claims: 20_000, rounds: 5, seconds: 0.5 };
const WHOLE = { claims: 100_000, rounds: 9, seconds: 2 };

export const suite: Suite = async ({ quick, ...options }) => {
  const say = (line: string): void => options.say(line);
  const { claims, ...measuring }: Measuring & { claims: number } = quick ? QUICK : WHOLE;
  return inFolder(async folder => {
    say(`a world of ${claims.toLocaleString('en')} claims`);
    const servers = await startServers(folder, claims);
    try {
      const questions = new Questions(askedOf(claims));
      const reads = await measureReads(servers, questions, measuring, say);
      const latency = await measureLatency(servers, questions, measuring, say);
      const growth = await measureGrowth(folder, claims, servers.urls.product, measuring, say);
      return [...reads, ...(await measureTenQuestions(folder, measuring, say)), ...latency, growth];
    } finally {
      await servers.end();
    }
  });
};
