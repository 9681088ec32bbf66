// Walks on power-law worlds: 1, 2 and 3 hops, a shortest path and several, beside graphology, typed arrays, SQLite and a graph database.
import { inFolder } from '../../tests/fixtures/hearsay-process.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import { contest, timed, type Contestant, type Rounds } from '../contest.js';
import { figure, growthFigure, ratioFigure } from '../figure.js';
import { randomFrom } from '../random-from.js';
import type { Figure, Suite, SuiteOptions } from '../suite.js';
import { actorId, actorsOf, benchVocabulary, powerLawWorld } from '../worlds/power-law.js';
import { arrayWalker } from './array-walker.js';
import { databaseWalker } from './database-walker.js';
import { graphologyWalker } from './graphology-walker.js';
import { productWalker } from './product-walker.js';
import { sqliteWalker } from './sqlite-walker.js';
import type { Edge, Walker } from './walker.js';

const PATHS = 10;
const QUESTIONS = 30;

const HOPS = { oneHop: 1, twoHop: 2, threeHop: 3 } as const;
type Question = keyof typeof HOPS | 'path';
const ASKED: readonly Question[] = ['oneHop', 'twoHop', 'threeHop', 'path'];

/** The figure's goals, of the largest world. */
const GOALS: Readonly<Record<string, number>> = {
  'twoHop.vsGraphology': 1.5,
  'path.vsGraphology': 1.5,
  'twoHop.vsSqlite': 1,
  'path.vsSqlite': 1,
  'twoHop.vsGraphDatabase': 1 / 50,
  'path.vsGraphDatabase': 1 / 50,
};
const BESIDE = {
  vsGraphology: 'graphology',
  vsArrays: 'arrays',
  vsSqlite: 'sqlite',
  vsGraphDatabase: 'database',
} as const;

type Found = Readonly<Record<string, Rounds>>;

export const suite: Suite = async options => {
  const sizes = options.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const bySize: [number, Readonly<Record<Question | 'paths', Found>>][] = [];
  for (const size of sizes) bySize.push([size, await inFolder(folder => measure(size, folder, options))]);
  const largest = bySize.at(-1);
  if (!largest) throw new Error('no world was walked');
  return [
    ...bySize.flatMap(([size, found]) => ratios(size, found, size === largest[0])),
    ...([...ASKED, 'paths'] as const).map(question =>
      growthFigure(
        { name: `${question}.growth`, what: `${question}: time by number of claims` },
        bySize.map(([size, found]) => [size, roundsIn(found[question], 'product')]),
      ),
    ),
    figure(
      { name: 'paths.ms', what: `${PATHS} shortest paths` },
      'ms',
      roundsIn(largest[1].paths, 'product'),
    ),
  ];
};

function roundsIn(found: Found, name: string): Rounds {
  const rounds = found[name];
  if (!rounds) throw new Error(`${name} was not measured`);
  return rounds;
}

/** Of the largest world by the plain name, of the others with their size. */
function ratios(size: number, found: Readonly<Record<string, Found>>, isLargest: boolean): Figure[] {
  return ASKED.flatMap(question =>
    Object.entries(BESIDE).flatMap(([name, other]) => {
      const rounds = found[question]?.[other];
      if (!rounds) return [];
      const plain = `${question}.${name}`;
      const goal = GOALS[plain];
      const about = {
        name: isLargest ? plain : `${plain}.${size}`,
        what: `${question}, ${size.toLocaleString('en')} claims: time beside ${other}`,
        ...(goal !== undefined && isLargest && { goal: { atMost: goal } }),
      };
      return ratioFigure(about, roundsIn(found[question] ?? {}, 'product'), rounds);
    }),
  );
}

async function measure(
  size: number,
  folder: string,
  { quick, ...options }: SuiteOptions,
): Promise<Record<Question | 'paths', Found>> {
  const say = (line: string): void => options.say(line);
  say(`walks in ${size.toLocaleString('en')} claims`);
  const { graph, edges } = drawn(size);
  const actors = actorsOf(size);
  const database = await databaseWalker(actors, edges, folder);
  const walkers: Record<string, Walker> = {
    product: productWalker(graph),
    graphology: graphologyWalker(actors, edges),
    arrays: arrayWalker(actors, edges),
    sqlite: sqliteWalker(edges),
    database,
  };
  const random = randomFrom(size + 1);
  const pairs = Array.from({ length: QUESTIONS }, () => [0, 0].map(() => Math.floor(random() * actors)));
  const found: Partial<Record<Question | 'paths', Found>> = {};
  for (const question of ASKED) {
    say(question);
    const ask = (walker: Walker, [from = 0, to = 0]: readonly number[]): unknown =>
      question === 'path' ? walker.pathLength(from, to) : walker.around(from, HOPS[question]);
    await checkAlike(walkers, pairs, ask);
    const contestants = Object.entries(walkers).map(([name, walker]): [string, Contestant] => [
      name,
      () =>
        timed(async () => {
          for (const pair of pairs) await ask(walker, pair);
        }),
    ]);
    found[question] = await contest(Object.fromEntries(contestants), quick ? 3 : 7);
  }
  const several = productWalker(graph, PATHS);
  const paths = (): Promise<number> =>
    timed(async () => {
      for (const [from = 0, to = 0] of pairs) await several.pathLength(from, to);
    });
  found.paths = await contest({ product: paths }, quick ? 3 : 7);
  await database.close();
  return found as Record<Question | 'paths', Found>;
}

/** @throws Error where not all say the same: then nothing can be compared. */
async function checkAlike(
  walkers: Readonly<Record<string, Walker>>,
  pairs: readonly (readonly number[])[],
  ask: (walker: Walker, pair: readonly number[]) => unknown,
): Promise<void> {
  for (const pair of pairs) {
    const answers = new Map<string, string>();
    for (const [name, walker] of Object.entries(walkers)) {
      const answer = await ask(walker, pair);
      answers.set(
        name,
        JSON.stringify(Array.isArray(answer) ? answer.map(Number).sort((a, b) => a - b) : answer),
      );
    }
    const wrong = [...answers].filter(([, answer]) => answer !== answers.get('product'));
    if (wrong.length > 0) {
      const names = wrong.map(([name]) => name).join(', ');
      throw new Error(`From ${pair.join(' to ')} the product answers otherwise than ${names}.`);
    }
  }
}

function drawn(size: number): { graph: ClaimGraph; edges: Edge[] } {
  const vocabulary = benchVocabulary();
  const graph = new ClaimGraph(vocabulary);
  for (const event of powerLawWorld(size, vocabulary)) graph.apply(event);
  const numbers = new Map(Array.from({ length: actorsOf(size) }, (_, at) => [actorId(at), at]));
  const edges = [...graph.claims()].map(({ claim, recorded }) => ({
    seq: recorded.seq,
    subject: numbers.get(claim.subject) ?? 0,
    object: numbers.get(claim.object ?? '') ?? 0,
  }));
  return { graph, edges };
}
