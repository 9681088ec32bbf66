// Loopback is not a boundary: any page in the browser can send requests here. Host and Origin tell who really asks.
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { inUrl, isLoopback } from './auth-bind.js';
import type { ErrorCode } from './error-codes.js';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

export interface Rejection {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Why a request may not be served, or null. A request without `Origin` comes from no page, or by GET from our own. */
export function rejectForeign(request: IncomingMessage): Rejection | null {
  const host = request.headers.host?.toLowerCase() ?? '';
  const own = ownHosts(request);
  if (own && !own.includes(host)) {
    const message = `The Host header says "${host.slice(0, 100)}", expected is one of ${own.join(', ')}.`;
    return { code: 'HOST_NOT_ALLOWED', message };
  }
  const origin = request.headers.origin?.toLowerCase();
  if (origin === undefined || (own ?? [host]).some(allowed => isOriginOf(origin, allowed, own === null)))
    return null;
  const message = `Pages of ${origin.slice(0, 100)} may not ask here: open the playground of this server instead.`;
  return { code: 'ORIGIN_NOT_ALLOWED', message };
}

/**
 * What `Host` may say where a request came in by loopback; null where it came by another address, since that may have any
 * name: there a token is demanded, which no page of others has.
 */
function ownHosts({ socket }: IncomingMessage): readonly string[] | null {
  let hosts = hostsOf.get(socket);
  if (hosts === undefined) hostsOf.set(socket, (hosts = hostsAt(socket)));
  return hosts;
}

/** A connection keeps its address. */
const hostsOf = new WeakMap<Socket, readonly string[] | null>();

function hostsAt({ localAddress = '', localPort = 0 }: Socket): readonly string[] | null {
  const address = localAddress.replace(/^::ffff:/, '');
  if (!isLoopback(address)) return null;
  const names = [...new Set([...LOOPBACK_NAMES, inUrl(address)])];
  return names.flatMap(name => [`${name}:${localPort}`, ...(localPort === HTTP_PORT ? [name] : [])]);
}

/** Before a server that others can reach, something may stand that speaks https. */
const isOriginOf = (origin: string, host: string, mayBeHttps: boolean): boolean =>
  origin === `http://${host}` || (mayBeHttps && origin === `https://${host}`);
