// Decides which addresses may be served: without tokens only those that this machine alone can reach.
import { isIP } from 'node:net';
import { InvalidInput } from '../../domain/refusal.js';
import type { Tokens } from './tokens.js';

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIP(host) === 4 ? host.startsWith('127.') : host === '::1');

/** @throws InvalidInput for an address that others can reach, unless there are tokens. */
export function checkBind(host: string, tokens: Tokens | null): void {
  if (isLoopback(host) || (tokens?.count ?? 0) > 0) return;
  throw new InvalidInput(
    `Others can reach ${host}, and there are no tokens: make one with \`hearsay token create\`, or leave out --host.`,
  );
}

/** How an address stands in a URL. */
export const inUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);
