// Ends exchanges that a client leaves open: it does not read the answer, or reads it byte by byte.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Lets go of who has not taken a response after so many milliseconds. */
export function endIfUntaken(response: ServerResponse, socket: Socket, ms: number): void {
  const timer = setTimeout(() => socket.destroy(), ms);
  response.once('close', () => clearTimeout(timer));
}
