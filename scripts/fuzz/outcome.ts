// What came of a run: how many cases, what they were answered with, and every fault with what shows it again.
import type { GraphQLAnswer } from '../../src/graphql/local-api.js';

export interface Outcome {
  readonly seed: number;
  cases: number;
  /** Cases without errors. */
  answered: number;
  /** Cases that changed the graph. */
  recorded: number;
  /** How often each code was met. */
  readonly codes: Map<string, number>;
  readonly faults: object[];
}

export const newOutcome = (seed: number): Outcome => ({
  seed,
  cases: 0,
  answered: 0,
  recorded: 0,
  codes: new Map(),
  faults: [],
});

export const noteCode = ({ codes }: Outcome, code: string): void =>
  void codes.set(code, (codes.get(code) ?? 0) + 1);

export function noteAnswer(outcome: Outcome, { data, errors = [] }: GraphQLAnswer): void {
  if (errors.length === 0) outcome.answered += 1;
  const refused = Object.values(data ?? {}).flatMap(payload => userErrorsOf(payload));
  const codes = [...errors.map(({ extensions }) => String(extensions?.['code'])), ...refused];
  for (const code of new Set(codes)) noteCode(outcome, code);
}

const userErrorsOf = (payload: unknown): readonly string[] => {
  const { userErrors } = (payload ?? {}) as { userErrors?: unknown };
  return Array.isArray(userErrors)
    ? (userErrors as { code?: string }[]).map(({ code }) => code ?? 'no code')
    : [];
};
