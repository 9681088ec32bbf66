// What HTTP itself tells a server to refuse, such as a missing `Host`.
import type { IncomingMessage } from 'node:http';
import type { Rejection } from './asked.js';

/** Why a request is no proper one; null where it is. */
export function malformed({ headers, rawHeaders, httpVersion }: IncomingMessage): Rejection | null {
  if (headers.expect !== undefined && !/(^|\W)100-continue($|\W)/i.test(headers.expect)) return NOT_EXPECTED;
  const hosts = rawHeaders.filter((name, place) => place % 2 === 0 && /^host$/i.test(name)).length;
  // Older ones need none.
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0') ? null : hosts === 0 ? NO_HOST : TWO_HOSTS;
}

const bad = (status: number, message: string): Rejection => ({ status, code: 'BAD_REQUEST', message });

const NO_HOST = bad(400, 'The header `Host` is missing: say in it which host is asked.');
const TWO_HOSTS = bad(400, 'The header `Host` is there more than once: say in one which host is asked.');
const NOT_EXPECTED = bad(417, 'Nothing but `100-continue` can be met as `Expect`: leave the header out.');

/** The answer to `CONNECT`, which has no address here. */
export const NO_PROXY = bad(400, 'CONNECT is for proxies, and this is none: ask by GET or POST.');

/** The answer to an `Upgrade` to anything else than a WebSocket. */
export const OTHER_UPGRADE = bad(
  400,
  'Nothing but `websocket` can be had as `Upgrade`: leave the header out.',
);

/** The answer to what Node could not read, by its code. */
export function unreadable(code: string | undefined): Rejection {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return bad(408, 'The request took too long to come.');
  if (code === 'HPE_HEADER_OVERFLOW') return bad(431, 'The headers are longer than is allowed: send fewer.');
  return bad(400, 'This is no HTTP request that can be read.');
}
