// How long one operation may take: past it the answer is given up, walks stop at their next rest, and nothing more is begun.
import { GraphQLError, isCompositeType, getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { ErrorCode } from './error-codes.js';

const TIMEOUT: ErrorCode = 'OPERATION_TIMEOUT';

export class OperationClock {
  private readonly end: number;

  /** Starts now. */
  constructor(private readonly most: number) {
    this.end = performance.now() + most;
  }

  get isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** @throws GraphQLError with code OPERATION_TIMEOUT once the time is over. */
  check(): void {
    if (this.isOver) throw this.timeout();
  }

  /** The outcome of some work, or the refusal once the time is over: the work is then waited for no longer. */
  async within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.timeout()), this.end - performance.now());
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  private timeout(): GraphQLError {
    const found = `The operation took more than ${this.most} ms and was given up`;
    const advice = 'ask for less; what it was to record may be there: repeat it with its idempotency key';
    return new GraphQLError(`${found}: ${advice}.`, {
      extensions: { code: TIMEOUT, limit: 'operationMs', http: { status: 422 } },
    });
  }
}

/** What an operation's context may hold; without it, time does not matter. */
interface Timed {
  readonly clock?: OperationClock;
}

/** Makes every field that leads to further ones look at the clock of its operation first. */
export function keepTime(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || !isCompositeType(getNamedType(field.type))) continue;
      field.resolve = (source, args, context: Timed, info) => {
        context.clock?.check();
        const value: unknown = resolve(source, args, context, info);
        return value instanceof Promise && context.clock ? context.clock.within(value) : value;
      };
    }
  }
}

interface Coded {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The one error to tell where the time ran out in the middle: parts of an answer would pass for the whole. */
export const timeoutAmong = <E extends Coded>(errors: readonly E[] = []): E | undefined =>
  errors.find(({ extensions }) => extensions?.['code'] === TIMEOUT);
