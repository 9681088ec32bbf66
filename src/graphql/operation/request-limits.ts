// The limits of a request, a connection and the whole server. Each is a setting.

export interface Limits {
  /** Bytes of a body or of a WebSocket message. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Fields inside fields. */
  readonly depth: number;
  /** Fields of a document that are given another name. */
  readonly aliases: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Selections once fragments are spread out. */
  readonly selections: number;
  /** How many problems of one document are reported. */
  readonly problems: number;
  /** Rows of one page; never more than the 100 that the schema speaks of. */
  readonly pageRows: number;
  /** Fields that could be answered, every list counted: at the length asked for, else at its default or the most there can be. */
  readonly cost: number;
  /** What each field at the top counts by itself: it may walk or search. */
  readonly rootFieldCost: number;
  /** Milliseconds of one operation, until it is given up. */
  readonly operationMs: number;
  /** Steps of one operation, about a claim or an attestation looked at each, until it is given up. */
  readonly steps: number;
  /** Bytes of an answer. */
  readonly answerBytes: number;
  /** Steps that one caller may have done in a minute, over all operations; 0 is without a limit. */
  readonly callerSteps: number;
  /** Milliseconds that a request waits for the place in the journal that it demands. */
  readonly behindMs: number;
  /** Milliseconds until the headers of a request have come. */
  readonly headersMs: number;
  /** Milliseconds until a request has come. */
  readonly requestMs: number;
  /** Milliseconds from a request's headers until its answer has been taken. */
  readonly exchangeMs: number;
  /** Milliseconds that a connection may be idle between two requests. */
  readonly restMs: number;
  /** Connections at a time, WebSockets among them. */
  readonly connections: number;
  /** WebSockets at a time. */
  readonly sockets: number;
  /** Operations at a time on one WebSocket, subscriptions among them. */
  readonly socketOperations: number;
  /** Subscriptions at a time, of all WebSockets together. */
  readonly subscriptions: number;
  /** Characters of the documents and variables of all subscriptions together. */
  readonly subscriptionLength: number;
  /** Milliseconds until a WebSocket has introduced itself. */
  readonly socketInitMs: number;
  /** Milliseconds between two pings; a WebSocket that left one unanswered is ended. */
  readonly pingMs: number;
  /** Bytes that may wait for a reader of a WebSocket. */
  readonly unsentBytes: number;
  /** Bytes of subscriptions that may wait for all readers together. */
  readonly allUnsentBytes: number;
}

/** What holds unless it is set otherwise. */
export const LIMITS: Limits = {
  bodyBytes: 1_000_000,
  tokens: 5000,
  depth: 12,
  aliases: 15,
  directives: 8,
  selections: 5000,
  problems: 3,
  pageRows: 100,
  cost: 250_000,
  rootFieldCost: 5000,
  operationMs: 10_000,
  steps: 10_000_000,
  answerBytes: 20_000_000,
  callerSteps: 0,
  behindMs: 5000,
  headersMs: 10_000,
  requestMs: 30_000,
  exchangeMs: 60_000,
  restMs: 30_000,
  connections: 4000,
  sockets: 500,
  socketOperations: 50,
  subscriptions: 10_000,
  subscriptionLength: 4_000_000,
  socketInitMs: 3000,
  pingMs: 12_000,
  unsentBytes: 4_000_000,
  allUnsentBytes: 100_000_000,
};
