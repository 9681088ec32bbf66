// How many answers a second, of each shape, first reads and repeated ones apart.
import { contest } from '../contest.js';
import { figure, ratioFigure } from '../figure.js';
import type { Figure } from '../suite.js';
import { answerOf, checkAlike } from './answers.js';
import type { Name, Servers } from './contestants.js';
import { load, type Measuring } from './load.js';
import type { Questions } from './questions.js';
import { LIST, NESTED, PATH, SEARCH, type Shape } from './shapes.js';

const CONNECTIONS = 16;
const WARMING = 2;
const WORDS: Readonly<Record<Name, string>> = {
  product: 'Hearsay',
  raw: 'bare node:http',
  handWritten: 'the hand-written handler',
  mercurius: 'mercurius, compiled queries',
  stock: 'stock Apollo',
};

interface Read {
  readonly name: string;
  readonly shape: Shape;
  readonly words: string;
  readonly beside: Readonly<Partial<Record<Name, Figure['goal'] | null>>>;
  readonly repeated?: true;
}

const READS: readonly Read[] = [
  {
    ...{ name: 'nestedFirst', shape: NESTED, words: 'entity, 10 claims, 30 attestations; first' },
    beside: { handWritten: { atLeast: 1 }, mercurius: { atLeast: 1.5 }, stock: null, raw: null },
  },
  {
    ...{ name: 'nestedRepeated', shape: NESTED, words: 'the same; repeated', repeated: true },
    beside: { raw: { atLeast: 0.8 } },
  },
  {
    ...{ name: 'list100', shape: LIST, words: '100 claims with support; first' },
    beside: { handWritten: { atLeast: 1 }, mercurius: null, stock: null, raw: null },
  },
  {
    ...{ name: 'list100Repeated', shape: LIST, words: 'the same; repeated', repeated: true },
    beside: { raw: { atLeast: 0.8 } },
  },
  {
    ...{ name: 'pathRead', shape: PATH, words: 'three paths of at most 4 hops; first' },
    beside: { handWritten: null, stock: null },
  },
  {
    ...{ name: 'searchRead', shape: SEARCH, words: 'search by name; first' },
    beside: { handWritten: null, stock: null },
  },
];

export async function measureReads(
  servers: Servers,
  questions: Questions,
  measuring: Measuring,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const read of READS) {
    say(`${read.words}`);
    figures.push(...(await measureRead(read, servers, questions, measuring)));
  }
  return figures;
}

async function measureRead(
  { name, shape, words, beside, repeated }: Read,
  servers: Servers,
  questions: Questions,
  { rounds, seconds }: Measuring,
): Promise<readonly Figure[]> {
  const others = Object.keys(beside) as Name[];
  const names: readonly Name[] = ['product', ...others];
  const speaking = names.filter(other => other !== 'raw').map(other => servers.urls[other]);
  await checkAlike(speaking, questions.fresh(shape));
  servers.sendRaw(await answerOf(servers.urls.product, questions.repeated(shape)()));
  const next = repeated ? questions.repeated(shape) : questions.fresh(shape);
  const loadOf = async (of: Name) => load({ url: servers.urls[of], next, connections: CONNECTIONS, seconds });
  // Compilers of the engine want more than the one round that a contest gives them.
  for (const of of names) for (let round = 0; round < WARMING; round += 1) await loadOf(of);
  const rateOf = (of: Name) => async (): Promise<number> => (await loadOf(of)).perSecond;
  const found = await contest(
    Object.fromEntries(names.map(of => [of, rateOf(of)])) as Record<Name, () => Promise<number>>,
    rounds,
  );
  return [
    ...others.map(other => {
      const what = `${words}: rate beside ${WORDS[other]}`;
      const goal = beside[other];
      return ratioFigure(
        { name: `${name}.vs${capitalised(other)}`, what, ...(goal ? { goal } : {}) },
        found.product,
        found[other],
      );
    }),
    figure({ name: `${name}.perSecond`, what: `${words}: answers a second` }, 'per second', found.product),
  ];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
