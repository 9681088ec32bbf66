// A subscriber at the end of a WebSocket: its rights are checked before each result, and it is dropped if it does not read.
import { WebSocket } from 'ws';
import type { IncomingMessage } from 'node:http';
import { enterSocket } from './socket-front.js';
import type { Front } from '../front/front.js';
import type { Limits } from '../operation/request-limits.js';
import { tooSlow } from '../errors/too-slow.js';

type Most = Pick<Limits, 'unsentBytes' | 'allUnsentBytes'>;

interface Connection {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: { readonly request: IncomingMessage; readonly socket: WebSocket };
}

/** What became of a result. */
export type Taken = 'sent' | 'gone' | 'too slow';

/** What was sent to all readers together and is on its way yet. */
export class UnsentBytes {
  private all = 0;

  constructor(private readonly most: Most) {}

  /** Whether a socket has more unread bytes than it may have. */
  isTooMuch({ bufferedAmount }: WebSocket): boolean {
    const { unsentBytes, allUnsentBytes } = this.most;
    return bufferedAmount > unsentBytes || (bufferedAmount > 0 && this.all > allUnsentBytes);
  }

  send(socket: WebSocket, text: string): void {
    const bytes = Buffer.from(text);
    this.all += bytes.length;
    socket.send(bytes, { binary: false }, () => (this.all -= bytes.length));
  }
}

/** Who takes results one by one. */
export interface Reader {
  /** Takes what a result says, in JSON. */
  take(result: string): Taken;
}

export class SocketReader implements Reader {
  /** @param id of the operation on its WebSocket. */
  constructor(
    private readonly connection: Connection,
    private readonly id: string,
    private readonly front: Front,
    private readonly unsent: UnsentBytes,
  ) {}

  take(result: string): Taken {
    const { socket } = this.connection.extra;
    if (socket.readyState !== WebSocket.OPEN || !enterSocket(this.connection, this.front)) return 'gone';
    if (this.unsent.isTooMuch(socket)) {
      socket.close(TRY_AGAIN_LATER, REASON);
      return 'too slow';
    }
    const id = JSON.stringify(this.id);
    this.unsent.send(socket, `{"id":${id},"type":"next","payload":${result}}`);
    return 'sent';
  }
}

const TRY_AGAIN_LATER = 1013;
/** In place of an error: that would have to wait behind what is not read. */
const REASON = `SUBSCRIPTION_TOO_SLOW: ${tooSlow('Too much waited to be read').message}`;
