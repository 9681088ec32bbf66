// What a server writes to standard error: its faults always, each request and the server's own coming and going if asked to.
import { withoutTokens } from '../../graphql/auth/token-text.js';
import type { IncidentLog } from '../../graphql/errors/error-format.js';
import type { RequestLine, RequestLog } from '../../graphql/operation/request-notes.js';
import { incidentLog } from './incident-log.js';
import type { Surroundings } from './surroundings.js';

export const LOG_FORMS = ['json', 'text', 'off'] as const;
export type LogForm = (typeof LOG_FORMS)[number];

export interface Log {
  readonly incident: IncidentLog;
  readonly request?: RequestLog;
  /** Notes that the server itself did something. */
  event(name: string, more?: object): void;
}

type Where = Pick<Surroundings, 'err' | 'clock'>;

/** A log in one of the forms; `off` logs faults only. */
export function openLog(form: LogForm, to: Where): Log {
  if (form === 'json') return jsonLog(to);
  const incident = incidentLog(to);
  if (form === 'off') return { incident, event: () => undefined };
  const write = (text: string) => to.err(`${timeOf(to)} ${text}`);
  return {
    incident,
    request: line => write(requestText(line)),
    event: (name, more = {}) => write(`${name} ${json(more)}`),
  };
}

function jsonLog(to: Where): Log {
  const write = (level: string, event: string, more: object): void =>
    to.err(json({ time: timeOf(to), level, event, ...more }));
  return {
    incident: (incident, error) => {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write('error', 'incident', { incident, error: what });
    },
    request: line => write(line.outcome === 'error' ? 'error' : 'info', 'request', line),
    event: (name, more = {}) => write('info', name, more),
  };
}

const timeOf = ({ clock }: Where): string => new Date(clock()).toISOString();

/** One line whatever the text: some readers take these characters, which JSON leaves as they are, for line ends or commands. */
const json = (value: object): string =>
  withoutTokens(JSON.stringify(value)).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function requestText(line: RequestLine): string {
  const { id, via, operation, name, document, outcome, codes, incidents, by, ms } = line;
  const why = codes.length > 0 ? ` ${codes.join(',')}` : '';
  const under = incidents.length > 0 ? ` incident ${incidents.join(',')}` : '';
  const which = document === null ? operation : `${operation} ${name ?? '-'} ${document}`;
  return `request ${id} ${via} ${which} ${outcome}${why} ${ms} ms by ${json({ name: by })}${under}`;
}
