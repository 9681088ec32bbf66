// Refusals of a mutation as its payload shows them. Refusals of queries go into `errors[]` instead.
import { JournalError, Refusal } from '../../domain/refusal.js';

/** What a client can put right. */
export interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/** How many errors one payload lists. */
export const MOST_USER_ERRORS = 1;

interface Payload {
  readonly userErrors: readonly UserError[];
}

/**
 * What a mutation answers, or where it was refused, `empty` with the reason in `userErrors`. An answer may bring reasons too.
 * @throws JournalError, since nothing the client sends can put that right.
 */
export async function settle<P extends Payload>(
  empty: Omit<P, 'userErrors'>,
  work: () => Promise<Omit<P, 'userErrors'> & Partial<Pick<P, 'userErrors'>>>,
): Promise<P> {
  try {
    const payload = await work();
    return withErrors<P>(payload, payload.userErrors?.slice(0, MOST_USER_ERRORS) ?? []);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof JournalError) throw error;
    const { code, message, place } = error;
    return withErrors<P>(empty, [{ code, message, field: place.field ?? null }]);
  }
}

// TypeScript cannot see that what Omit took away is put back.
const withErrors = <P extends Payload>(payload: Omit<P, 'userErrors'>, userErrors: readonly UserError[]): P =>
  ({ ...payload, userErrors }) as P;
