// Checks `Host` and `Origin`: any web page can send requests to a loopback address.
import { inUrl, isLoopback } from '../auth/bind.js';
import type { Asked, Connected, Rejection } from './asked.js';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

/** Refuses a `Host` that is none of this machine's. */
export function foreignHost({ headers, connection }: Asked): Rejection | null {
  const host = headers.host?.toLowerCase() ?? '';
  const own = ownHosts(connection);
  if (!own || own.includes(host)) return null;
  const message = `The Host header says "${host.slice(0, 100)}", expected is one of ${own.join(', ')}.`;
  return { status: 403, code: 'HOST_NOT_ALLOWED', message };
}

/** Refuses pages of others. A request without `Origin` comes from no page, or by GET from our own. */
export function foreignOrigin({ headers, connection }: Asked): Rejection | null {
  const origin = headers.origin?.toLowerCase();
  const own = ownHosts(connection);
  const hosts = own ?? [headers.host?.toLowerCase() ?? ''];
  if (origin === undefined || hosts.some(allowed => isOriginOf(origin, allowed, own === null))) return null;
  const message = `Pages of ${origin.slice(0, 100)} may not ask here: open the playground of this server instead.`;
  return { status: 403, code: 'ORIGIN_NOT_ALLOWED', message };
}

/**
 * What `Host` may say where a request came in by loopback; null where it came by another address, since that may have any
 * name: there a token is demanded, which no page of others has.
 */
function ownHosts(connection: Connected): readonly string[] | null {
  let hosts = hostsOf.get(connection);
  if (hosts === undefined) hostsOf.set(connection, (hosts = hostsAt(connection)));
  return hosts;
}

/** A connection keeps its address. */
const hostsOf = new WeakMap<Connected, readonly string[] | null>();

function hostsAt({ localAddress = '', localPort = 0 }: Connected): readonly string[] | null {
  const address = localAddress.replace(/^::ffff:/, '');
  if (!isLoopback(address)) return null;
  const names = [...new Set([...LOOPBACK_NAMES, inUrl(address)])];
  return names.flatMap(name => [`${name}:${localPort}`, ...(localPort === HTTP_PORT ? [name] : [])]);
}

/** Before a server that others can reach, something may stand that speaks https. */
const isOriginOf = (origin: string, host: string, mayBeHttps: boolean): boolean =>
  origin === `http://${host}` || (mayBeHttps && origin === `https://${host}`);
