// Reads the body of a request that asks one plain query, just enough to find the query among the known ones.
import { isObject } from '../../domain/json.js';
import type { Variables } from './selected-fields.js';

export interface AskedRead {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

const MEMBERS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

/** Null for a body with anything else in it: extensions, several requests, members of the wrong kind. */
export function askedRead(body: unknown): AskedRead | null {
  if (!isObject(body) || !Object.keys(body).every(name => MEMBERS.has(name))) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== 'string') return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables != null && !isObject(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}
