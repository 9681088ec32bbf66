// The end of exchanges that do not end: of one who asks and does not take the answer, or takes it byte by byte.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Lets go of who has not taken a response after so many milliseconds. */
export function endIfUntaken(response: ServerResponse, socket: Socket, ms: number): void {
  const timer = setTimeout(() => socket.destroy(), ms);
  response.once('close', () => clearTimeout(timer));
}
