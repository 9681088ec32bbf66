// Loopback is not a boundary: any page in the browser can send requests here. Host and Origin tell who really asks.
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from './error-codes.js';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

export interface Rejection {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Why a request may not be served, or null. A request without `Origin` comes from no page, or by GET from our own. */
export function rejectForeign(request: IncomingMessage): Rejection | null {
  const port = request.socket.localPort ?? 0;
  const hosts = LOOPBACK_NAMES.flatMap(name => [`${name}:${port}`, ...(port === HTTP_PORT ? [name] : [])]);
  const host = request.headers.host?.toLowerCase() ?? '';
  if (!hosts.includes(host)) {
    const message = `The Host header says "${host.slice(0, 100)}", expected is one of ${hosts.join(', ')}.`;
    return { code: 'HOST_NOT_ALLOWED', message };
  }
  const origin = request.headers.origin?.toLowerCase();
  if (origin === undefined || hosts.some(allowed => origin === `http://${allowed}`)) return null;
  const message = `Pages of ${origin.slice(0, 100)} may not ask here: open the playground of this server instead.`;
  return { code: 'ORIGIN_NOT_ALLOWED', message };
}
