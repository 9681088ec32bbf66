// Mutated GraphQL documents and variables, asked of a ledger in this process: each is answered, or refused with a code.
import { ERROR_CODES, isErrorCode, type ErrorCode } from '../../src/graphql/errors/error-codes.js';
import { askLedger, type Ask, type GraphQLAnswer } from '../../src/graphql/local-api.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { knownIds, readNastyTexts, readQuestions, type Question } from './corpus.js';
import { mutateText } from './mutate-text.js';
import { mutateValue } from './mutate-value.js';
import { Random } from './random.js';
import { newOutcome, noteAnswer, type Outcome } from './outcome.js';

/** Attempts on one ledger: what is accepted makes it larger, and cases slower. */
const CASES_OF_A_LEDGER = 5000;

const WORDS = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '...',
    '@include(if: true)',
    '@skip(if: $x)',
    '$x',
    '!',
    ':',
    '=',
    '|',
    '&',
  ],
  ...[
    'query',
    'mutation',
    'subscription',
    'fragment',
    'on',
    'null',
    'true',
    '""',
    '"""',
    '__typename',
    '__schema',
  ],
  ...[
    'first: 100',
    'first: -1',
    'after: "x"',
    'limit: 1000',
    '99999999999999999999',
    '1e400',
    '-0',
    '0x1',
    '#',
  ],
  ...[
    'nodes',
    'claims',
    'attestations',
    'support',
    'totalCount',
    'userErrors { code }',
    'a: id',
    '\uFEFF',
    '\0',
  ],
];

/** Codes that no question in memory may lead to: each is told of a fault, or of something that hung. */
const FAULTS: readonly ErrorCode[] = [
  'INTERNAL',
  'OPERATION_TIMEOUT',
  'JOURNAL_ERROR',
  'JOURNAL_UNAVAILABLE',
];

export interface DocumentRun {
  readonly cases: number;
  readonly seed: number;
  readonly openLedger: () => Promise<Ledger>;
  readonly progress?: (outcome: Outcome) => void;
}

/** Runs cases until all are done; faults are noted with what shows them again. */
export async function fuzzDocuments({ cases, seed, openLedger, progress }: DocumentRun): Promise<Outcome> {
  const outcome = newOutcome(seed);
  const random = new Random(seed);
  while (outcome.cases < cases) {
    const round = Math.min(CASES_OF_A_LEDGER, cases - outcome.cases);
    await fuzzLedger(await openLedger(), round, random, outcome);
    progress?.(outcome);
  }
  return outcome;
}

async function fuzzLedger(ledger: Ledger, cases: number, random: Random, outcome: Outcome): Promise<void> {
  const incidents: unknown[] = [];
  const ask = await askLedger({ ledger, by: 'fuzz' }, (_, error) => incidents.push(error));
  const next = questionMaker(ledger, random);
  for (let n = 0; n < cases; n += 1) {
    const question = next();
    const fault = await faultOf(ask, ledger, question, outcome);
    const incident = incidents.pop();
    if (fault ?? incident) outcome.faults.push({ fault: fault ?? 'incident', incident, ...question });
    outcome.cases += 1;
  }
}

/** Makes cases: a document of the corpus, mostly damaged, with variables, mostly damaged. */
export function questionMaker(ledger: Ledger, random: Random): () => Question {
  const questions = readQuestions(ledger);
  const documents = questions.map(({ query }) => query);
  const ids = knownIds(ledger);
  const texts = [...readNastyTexts(), ...ids];
  const words = [...WORDS, ...ids.map(id => JSON.stringify(id)), ...Object.keys(ERROR_CODES)];
  return () => {
    const { query, variables } = random.pick(questions);
    const isDamaged = random.chance(0.7);
    return {
      query: isDamaged ? mutateText(query, random, documents, words) : query,
      variables: mutateVariables(variables, random, texts, isDamaged ? 0.3 : 0.95),
    };
  };
}

function mutateVariables(
  variables: Question['variables'],
  random: Random,
  texts: readonly string[],
  share: number,
): Question['variables'] {
  if (!random.chance(share)) return variables;
  const changed = mutateValue(variables, random, texts);
  return typeof changed === 'object' && changed !== null && !Array.isArray(changed)
    ? (changed as Question['variables'])
    : variables;
}

async function faultOf(
  ask: Ask,
  ledger: Ledger,
  question: Question,
  outcome: Outcome,
): Promise<string | null> {
  const before = ledger.graph.seq;
  try {
    const answer = await ask(question);
    noteAnswer(outcome, answer);
    if (ledger.graph.seq !== before) {
      outcome.recorded += 1;
      if (!mayHaveRecorded(answer)) return 'a refused request changed the graph';
    }
    return faultOfCodes(answer);
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}

/** A field below a mutation may be refused after it was done. */
const mayHaveRecorded = ({ data, errors = [] }: GraphQLAnswer): boolean =>
  Object.values(data ?? {}).some(value => value !== null) || errors.some(({ path = [] }) => path.length > 1);

function faultOfCodes({ data, errors = [] }: GraphQLAnswer): string | null {
  if (errors.length === 0 && !data) return 'neither data nor errors';
  for (const { extensions } of errors) {
    const code = extensions?.['code'];
    if (!isErrorCode(code)) return 'an error without a code of the table';
    if (FAULTS.includes(code)) return code;
  }
  return null;
}
