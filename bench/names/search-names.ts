// Measures name search: `tsx --expose-gc bench/names/search-names.ts [names]` tells how long indexing a million made-up names takes
// of the processor, how long others wait at most for their turn meanwhile, what it weighs, and what each search takes.
import { NameIndex } from '../../src/graph/names/name-index.js';
import { madeNames } from './made-names.js';
import { atOnce } from '../../src/graph/work/resumable.js';

const QUESTIONS = [
  ...[
    'kim',
    'kim jong un',
    'Bamar Dober',
    'dob',
    'Dobre Bamra',
    'choi',
    'Choi Ryong-hae',
    'yonghae',
    '최룡해',
    '김',
    '習近平',
  ],
  ...['владимир', 'Sergej Petrow', 'محمد', 'Mohamed Hussain', 'kim j', 'nobody of this name'],
];
const REPEATS = 10;

const processorMs = (): number => process.cpuUsage().user / 1_000;
const megabytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const round = (number: number): number => Number(number.toPrecision(3));

/** The longest that a timer had to wait, in milliseconds, while work was done. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await work();
  clearInterval(timer);
  return longest;
}

async function measure(count: number): Promise<void> {
  const names = [...madeNames(count)].map((name, number) => [`entity:made/${number}`, name] as const);
  const before = megabytes();
  const index = new NameIndex();
  for (const [entity, name] of names) index.add(entity, name);
  const start = processorMs();
  const wait = await longestWait(() => index.ready());
  const took = processorMs() - start;
  console.log({
    names: count,
    indexMs: round(took),
    longestWaitMs: round(wait),
    megabytes: round(megabytes() - before),
  });
  for (const text of QUESTIONS) {
    const found = atOnce(index.search(text));
    const from = processorMs();
    for (let repeat = 0; repeat < REPEATS; repeat += 1) atOnce(index.search(text));
    const [first] = found;
    console.log({
      text,
      ms: round((processorMs() - from) / REPEATS),
      found: found.length,
      first: first?.name,
      by: first?.matchedBy,
    });
  }
}

await measure(Number(process.argv[2] ?? 1_000_000));
