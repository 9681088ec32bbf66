// The door: who may come in by an `Authorization` header, by HTTP and by WebSocket alike.
import type { Caller } from './auth-scope.js';
import { bearerToken } from './auth-token.js';
import type { Tokens } from './auth-tokens.js';
import type { Rejection } from './http-origin.js';

export interface Door {
  /** Who asks, or why nobody is let in. */
  enter(authorization: string | undefined): Entrance;
}

export type Entrance =
  | { readonly caller: Caller; readonly rejection: null }
  | { readonly caller: null; readonly rejection: Rejection };

/** Without tokens, or while none is demanded, everybody is `owner`: only this machine can ask then. */
export const openDoor = (tokens: Tokens | null, owner: Caller): Door => ({
  enter: authorization => {
    if (!tokens?.demanded) return { caller: owner, rejection: null };
    const token = bearerToken(authorization ?? '');
    const caller = token === null ? null : tokens.find(token);
    return caller ? { caller, rejection: null } : refused(authorization === undefined ? NO_TOKEN : NOBODYS);
  },
});

const HOW =
  'send the header `Authorization: Bearer …`. In the playground write {"Authorization": "Bearer …"} under Headers, once, and ' +
  'load the schema again; on the command line set HEARSAY_TOKEN. `hearsay token create` makes tokens.';
const NO_TOKEN = `This server asks for a token: ${HOW}`;
const NOBODYS = `What came as \`Authorization\` is no token that is let in, or it was revoked: ${HOW}`;

const refused = (message: string): Entrance => ({
  caller: null,
  rejection: { code: 'UNAUTHENTICATED', message },
});
