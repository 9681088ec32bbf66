// The facts of a request that decide whether it may come in, and the rejection if it may not.
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '../errors/error-codes.js';

/** Where a connection came in. */
export type Connected = Pick<Socket, 'localAddress' | 'localPort'>;

/** What the front looks at of a request, of a connection that is to become a WebSocket, and of each operation on one. */
export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Where the connection came in. */
  readonly connection: Connected;
  /** Its `Authorization`, wherever that came; null for what needs none: an address that tells nothing, or a WebSocket not yet introduced. */
  readonly authorization: string | undefined | null;
  /** What HTTP itself has servers refuse of it; null where it is well formed. */
  readonly flaw: Rejection | null;
  /** Whether its body is to be GraphQL. */
  readonly isOperation: boolean;
}

/** Why a request may not come in, and the status that says so by HTTP. */
export interface Rejection {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Null where a request may pass. */
export type RequestCheck = (asked: Asked) => Rejection | null;
