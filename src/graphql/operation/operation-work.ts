// What one operation may take: time, steps and bytes, over all its fields. Past a limit it is given up, and nothing more is begun.
import { GraphQLError } from 'graphql';
import type { Scheduler } from '../../graph/work/scheduler.js';
import { Work } from '../../graph/work/work.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { Limits } from './request-limits.js';

/** What one operation may take at most. */
export type WorkMost = Pick<Limits, 'operationMs' | 'steps' | 'answerBytes'>;

export class OperationWork extends Work {
  private characters = 0;

  /** Begins now. @param onSteps called with the steps taken, some at a time */
  constructor(
    private readonly most: WorkMost,
    scheduler: Scheduler,
    onSteps?: (steps: number) => void,
  ) {
    const { steps, operationMs } = most;
    super(
      {
        steps,
        ms: operationMs,
        tooManySteps: () => tooManySteps(steps),
        outOfTime: () => outOfTime(operationMs),
      },
      scheduler,
      onSteps,
    );
  }

  /** Counts what the answer grows by. @throws GraphQLError with code ANSWER_TOO_LONG. */
  write(characters: number): void {
    this.characters += characters;
    this.fits(this.characters);
  }

  /** For an operation that is run from its beginning again: it has the time that is left. */
  beginAnew(): void {
    this.characters = 0;
    this.steps = 0;
  }

  /** @throws GraphQLError with code ANSWER_TOO_LONG for a part of so many characters or bytes. */
  fits(length: number): void {
    if (length > this.most.answerBytes) throw answerTooLong(this.most.answerBytes);
  }
}

function tooManySteps(steps: number): GraphQLError {
  const found = `The operation took more than ${steps.toLocaleString('en')} steps and was given up`;
  return givenUp(
    'QUERY_TOO_COSTLY',
    'steps',
    400,
    `${found}: ask for fewer lists, counts or walks at a time; ${KEPT}.`,
  );
}

function outOfTime(operationMs: number): GraphQLError {
  const found = `The operation took more than ${operationMs} ms and was given up`;
  return givenUp('OPERATION_TIMEOUT', 'operationMs', 422, `${found}: ask for less; ${KEPT}.`);
}

const KEPT =
  'what it was to record may be there: it can be repeated, with its idempotency key where it takes one';

/** For an answer that has more bytes than are allowed. */
export const answerTooLong = (bytes: number): GraphQLError =>
  givenUp(
    'ANSWER_TOO_LONG',
    'answerBytes',
    400,
    `The answer has more than ${bytes.toLocaleString('en')} bytes: ask for fewer fields or smaller lists; ${KEPT}.`,
  );

/** It has a path, if an empty one: graphql-js takes it as it is then, however many fields end with it. */
const givenUp = (code: ErrorCode, limit: keyof WorkMost, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { path: [], extensions: { code, limit, http: { status } } });

const LIMITS_OF_THE_WHOLE: readonly unknown[] = [
  'operationMs',
  'steps',
  'answerBytes',
] satisfies readonly (keyof WorkMost)[];

interface Coded {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** If an operation was given up midway, the only error to report: a part of an answer would pass for the whole. */
export const givenUpAmong = <E extends Coded>(errors: readonly E[] = []): E | undefined =>
  errors.find(({ extensions }) => LIMITS_OF_THE_WHOLE.includes(extensions?.['limit']));
