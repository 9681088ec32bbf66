// Translates PostgreSQL's errors into our refusals, and says which of them a new connection may cure.
import { JournalError, JournalUnavailable, Refusal } from '../../domain/refusal.js';

/**
 * SQLSTATE, or the beginning of some: the connection or its server is gone or going, it only reads (a server that was demoted), or
 * the transaction was ended from outside. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PASSING = ['08', '25006', '25P03', '40', '53300', '57P'];

const MEANINGS: Readonly<Record<string, string>> = {
  '28': 'the database does not let this user in: check user, password and pg_hba.conf',
  '3D': 'there is no such database: make it with createdb',
  '42501': 'this user may not do that: give it rights on the tables, or on the schema to make them',
  '53100': "the database's disk is full, nothing was written: make room, then try again",
};

/** The connection is no good any more: what was asked may have been done, or not. */
export class ConnectionLost extends Error {}

/** Whether another connection may do what this one could not. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Refusal || error instanceof TypeError) return false;
  const state = sqlStateOf(error);
  // Of the socket, or of the client.
  if (state === null) return true;
  return PASSING.some(known => state.startsWith(known));
}

/** The refusal for an error that a new connection does not cure. */
export function postgresRefusal(error: unknown, subject: string): unknown {
  if (error instanceof JournalError) return error;
  const state = sqlStateOf(error);
  if (state === null) return error;
  const known = Object.keys(MEANINGS).find(beginning => state.startsWith(beginning));
  const meaning =
    known === undefined ? `PostgreSQL refused it (${(error as Error).message})` : MEANINGS[known];
  return new JournalError(`${subject}: ${meaning} [${state}].`);
}

/** The refusal where the database was not to be had in time. */
export function unavailable(subject: string, error: unknown): JournalUnavailable {
  const { code, message } = (error ?? {}) as { readonly code?: string; readonly message?: string };
  const reason = code ?? message ?? 'no answer';
  return new JournalUnavailable(
    `${subject} is out of reach (${reason}). Reads go on; send what you wrote again, it is recorded once at most.`,
  );
}

/** Null for what the database did not say. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
