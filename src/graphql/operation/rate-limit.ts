// Limits the work of a caller by steps, not by the number of requests, so many small queries are free.
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../errors/error-codes.js';

/** Steps that each operation counts at the least. */
const LEAST_STEPS = 100;
const MINUTE_MS = 60_000;
const MOST_CALLERS = 10_000;

interface Account {
  /** Steps taken and not made good by time yet. */
  owed: number;
  /** When that was reckoned. */
  at: number;
}

export class RateLimit {
  private readonly accounts = new Map<string, Account>();

  /** @param perMinute steps a caller; 0 limits nobody. */
  constructor(
    private readonly perMinute: number,
    private readonly now = (): number => performance.now(),
  ) {}

  /** Counts the least of an operation. @throws GraphQLError with code RATE_LIMITED for who took a minute's steps and has not waited yet. */
  refuse(caller: string): void {
    if (this.perMinute === 0) return;
    const account = this.accountOf(caller);
    if (account.owed >= this.perMinute) {
      const seconds = Math.ceil(((account.owed - this.perMinute + 1) / this.perMinute) * (MINUTE_MS / 1000));
      throw rateLimited(this.perMinute, seconds);
    }
    account.owed += LEAST_STEPS;
  }

  /** Counts steps that were taken. */
  charge(caller: string, steps: number): void {
    if (this.perMinute > 0) this.accountOf(caller).owed += steps;
  }

  private accountOf(caller: string): Account {
    const now = this.now();
    let account = this.accounts.get(caller);
    if (!account) {
      if (this.accounts.size >= MOST_CALLERS) this.forget(now);
      this.accounts.set(caller, (account = { owed: 0, at: now }));
    }
    this.reckon(account, now);
    return account;
  }

  private reckon(account: Account, now: number): void {
    account.owed = Math.max(0, account.owed - ((now - account.at) / MINUTE_MS) * this.perMinute);
    account.at = now;
  }

  /** Those who owe nothing any more. */
  private forget(now: number): void {
    for (const [caller, account] of this.accounts) {
      this.reckon(account, now);
      if (account.owed === 0) this.accounts.delete(caller);
    }
  }
}

function rateLimited(perMinute: number, seconds: number): GraphQLError {
  const found = `The ${perMinute.toLocaleString('en')} steps of work that this caller has a minute are used up`;
  return new GraphQLError(`${found}: ask again in ${seconds} s, or for less at a time.`, {
    extensions: {
      code: 'RATE_LIMITED' satisfies ErrorCode,
      limit: 'callerSteps',
      retryAfter: seconds,
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  });
}
