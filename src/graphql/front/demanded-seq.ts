// The journal position that a request demands: it is answered from there or later, so a client can read its own writes.
import type { IncomingHttpHeaders } from 'node:http';
import type { Rejection } from './asked.js';

export const MIN_SEQ_HEADER = 'x-hearsay-min-seq';

/** The least place that is demanded, 0 where none is; null where that is no whole number. */
export function demandedSeq(headers: IncomingHttpHeaders): number | null {
  const demanded = headers[MIN_SEQ_HEADER];
  if (demanded === undefined) return 0;
  return typeof demanded === 'string' && /^\d{1,15}$/.test(demanded) ? Number(demanded) : null;
}

export const NO_NUMBER: Rejection = {
  status: 400,
  code: 'BAD_REQUEST',
  message: `The header ${MIN_SEQ_HEADER} is no whole number: send one that an answer told as x-hearsay-seq.`,
};
