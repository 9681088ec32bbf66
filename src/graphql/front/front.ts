// The front: one pure function that decides whether a request may come in, and as whom. Every way into the API asks it.
import type { Asked, Rejection, RequestCheck } from './asked.js';
import type { Caller } from '../auth/scope.js';
import { bearerToken } from '../auth/token.js';
import type { Tokens } from '../auth/tokens.js';
import { demandedSeq, NO_NUMBER } from './demanded-seq.js';
import { foreignHost, foreignOrigin } from './origin.js';

export type Entrance =
  | { readonly rejection: Rejection; readonly caller: null }
  | {
      readonly rejection: null;
      /** Who asks; null where nobody was asked to say so. */
      readonly caller: Caller | null;
      /** The least place in the journal that it demands; 0 where it demands none. */
      readonly demandedSeq: number;
    };

export interface FrontOptions {
  /** Whose tokens are let in; null where none are asked for. */
  readonly tokens: Tokens | null;
  /** Who asks while no token is demanded: only this machine can then. */
  readonly owner: Caller;
  readonly isStopping: () => boolean;
  /** Asked after those that are always there. */
  readonly checks?: readonly RequestCheck[];
}

export class Front {
  constructor(private readonly options: FrontOptions) {}

  /** Lets a request in, or says why not: the first reason of those that there are. */
  admit(asked: Asked): Entrance {
    const { isStopping, checks = [] } = this.options;
    const foreign =
      asked.flaw ?? foreignHost(asked) ?? foreignOrigin(asked) ?? (isStopping() ? STOPPING : null);
    if (foreign) return refused(foreign);
    const caller = asked.authorization === null ? null : this.callerBy(asked.authorization);
    if (caller && 'code' in caller) return refused(caller);
    const other = otherMediaType(asked);
    if (other) return refused(other);
    for (const check of checks) {
      const rejection = check(asked);
      if (rejection) return refused(rejection);
    }
    const seq = demandedSeq(asked.headers);
    return seq === null ? refused(NO_NUMBER) : { rejection: null, caller, demandedSeq: seq };
  }

  private callerBy(authorization: string | undefined): Caller | Rejection {
    const { tokens, owner } = this.options;
    if (!tokens?.demanded) return owner;
    const token = bearerToken(authorization ?? '');
    const caller = token === null ? null : tokens.find(token);
    return caller ?? (authorization === undefined ? NO_TOKEN : NOBODYS);
  }
}

const refused = (rejection: Rejection): Entrance => ({ rejection, caller: null });

/** A body in another form is refused before it is read. */
function otherMediaType({ method, headers, isOperation }: Asked): Rejection | null {
  const type = headers['content-type'];
  if (!isOperation || method !== 'POST' || type === undefined || isJson(type)) return null;
  return OTHER_TYPE;
}

const isJson = (type: string): boolean => /^application\/json\s*(;|$)/i.test(type);

const STOPPING: Rejection = {
  status: 503,
  code: 'SERVER_STOPPING',
  message: 'The server is being stopped and takes nothing new: ask again once it is back.',
  headers: { connection: 'close' },
};

const OTHER_TYPE: Rejection = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'The body must be sent as `content-type: application/json`.',
};

const HOW =
  'send the header `Authorization: Bearer …`. In the playground write {"Authorization": "Bearer …"} under Headers, once, and ' +
  'load the schema again; on the command line set HEARSAY_TOKEN. `hearsay token create` makes tokens.';

const noEntry = (message: string, challenge: string): Rejection => ({
  status: 401,
  code: 'UNAUTHENTICATED',
  message,
  headers: { 'www-authenticate': `Bearer realm="hearsay"${challenge}` },
});
const NO_TOKEN = noEntry(`This server asks for a token: ${HOW}`, '');
const NOBODYS = noEntry(
  `What came as \`Authorization\` is no token that is let in, or it was revoked: ${HOW}`,
  ', error="invalid_token"',
);
