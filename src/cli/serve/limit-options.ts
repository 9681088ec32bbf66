// The flags of `hearsay serve` that set its limits: one for each of them, in two groups of its help.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { isLoopback } from '../../graphql/auth/bind.js';
import { LIMITS, type Limits } from '../../graphql/operation/request-limits.js';

/** Steps a minute of a caller from elsewhere: about half of what one processor does. */
const STEPS_OF_OTHERS = 30_000_000;

type Flags = readonly (readonly [limit: keyof Limits, flag: string, what: string])[];

const OF_REQUESTS: Flags = [
  ['bodyBytes', 'max-body-bytes', 'bytes of a body or of a WebSocket message'],
  ['tokens', 'max-tokens', 'tokens of a document'],
  ['depth', 'max-depth', 'fields inside fields'],
  ['aliases', 'max-aliases', 'aliases of a document'],
  ['directives', 'max-directives', 'directives of a document'],
  ['selections', 'max-selections', 'selections once fragments are spread out'],
  ['problems', 'max-problems', 'problems of a document that are told'],
  ['pageRows', 'max-page-rows', 'rows of a page, up to 100'],
  ['cost', 'max-cost', 'fields that could be answered, every list counted at the length it can have'],
  ['rootFieldCost', 'root-field-cost', 'what each field at the top counts by itself'],
  ['operationMs', 'operation-ms', 'milliseconds that an operation may take'],
  ['steps', 'max-steps', 'steps of an operation, about a claim or an attestation looked at each'],
  ['answerBytes', 'max-answer-bytes', 'bytes of an answer'],
  [
    'callerSteps',
    'caller-steps',
    `steps that one caller may have done in a minute, 0 for any number; without the flag 0 where only this machine can ask, else ${STEPS_OF_OTHERS}`,
  ],
  ['behindMs', 'behind-ms', 'milliseconds that a request waits for the place that it demands'],
];

const OF_CONNECTIONS: Flags = [
  ['connections', 'max-connections', 'connections at a time'],
  ['headersMs', 'headers-ms', 'milliseconds until the headers of a request have come'],
  ['requestMs', 'request-ms', 'milliseconds until a request has come'],
  ['exchangeMs', 'exchange-ms', 'milliseconds until its answer has been taken'],
  ['restMs', 'rest-ms', 'milliseconds that a connection may rest between requests'],
  ['sockets', 'max-sockets', 'WebSockets at a time'],
  ['socketOperations', 'max-socket-operations', 'operations and subscriptions at a time on one WebSocket'],
  ['subscriptions', 'max-subscriptions', 'subscriptions at a time, of all WebSockets together'],
  [
    'subscriptionLength',
    'max-subscription-length',
    'characters of the documents and variables of all subscriptions together',
  ],
  ['socketInitMs', 'socket-init-ms', 'milliseconds until a WebSocket has introduced itself'],
  ['pingMs', 'ping-ms', 'milliseconds between pings; one that is not answered ends the WebSocket'],
  ['unsentBytes', 'max-unsent-bytes', 'bytes that may wait for a reader of a WebSocket'],
  ['allUnsentBytes', 'max-all-unsent-bytes', 'bytes of subscriptions that may wait for all readers together'],
];

const GROUPS: readonly (readonly [string, Flags])[] = [
  ['Limits of a request:', OF_REQUESTS],
  ['Limits of connections:', OF_CONNECTIONS],
];

/** Timers know no longer time. */
const MOST = 2 ** 31 - 1;

/** Adds a flag for each limit. */
export function addLimitOptions(command: Command): Command {
  for (const [heading, flags] of GROUPS) {
    for (const [limit, flag, what] of flags) {
      const option = new Option(`--${flag} <n>`, what).helpGroup(heading);
      if (limit === 'callerSteps') {
        command.addOption(option.argParser(text => whole(text, 0, MOST)));
      } else {
        const most = limit === 'pageRows' ? LIMITS.pageRows : MOST;
        command.addOption(option.default(LIMITS[limit]).argParser(text => whole(text, 1, most)));
      }
    }
  }
  return command;
}

/** The limits among the options of a command that has the flags. @param host the address that is served. */
export function readLimits(options: object, host: string): Limits {
  const given = options as Readonly<Record<string, number | undefined>>;
  const flags = GROUPS.flatMap(([, group]) => group);
  const set = flags.map(([limit, flag]) => ({ [limit]: given[camelCase(flag)] ?? LIMITS[limit] }));
  const limits = Object.assign({ ...LIMITS }, ...set) as Limits;
  const callerSteps = given['callerSteps'] ?? (isLoopback(host) ? 0 : STEPS_OF_OTHERS);
  return { ...limits, callerSteps };
}

/** As commander names what a flag holds. */
const camelCase = (flag: string): string =>
  flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function whole(text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(`A whole number from ${least} to ${most} is expected.`);
}
