// Valid times as two moments, which is how STIX writes them.
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Lose } from '../export/exporter.js';

const DAYS = /^(\d{4}-\d{2}-\d{2}|\.\.)(\/(\d{4}-\d{2}-\d{2}|\.\.))?$/;

/** First and last moment of the valid time under these keys, where it has them and STIX can write them. */
export function timesOf(
  { claim, span }: ClaimRecord,
  from: string,
  to: string,
  lose: Lose,
): { [key: string]: string } {
  const { validTime } = claim;
  if (validTime === undefined) return {};
  if (!DAYS.test(validTime)) lose('precision of a valid time');
  const [start, stop] = [momentOf(span.from), momentOf(span.to)];
  return { ...(start === undefined ? {} : { [from]: start }), ...(stop === undefined ? {} : { [to]: stop }) };
}

function momentOf(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined;
  const text = new Date(time).toISOString();
  return /^\d{4}-/.test(text) ? text : undefined;
}
