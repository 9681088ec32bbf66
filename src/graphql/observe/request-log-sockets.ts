// Watches WebSockets: open connections and subscriptions, and each operation from start to end.
import type { IncomingMessage } from 'node:http';
import { getOperationAST, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { RequestContext } from '../operation/context.js';
import { nameOperation } from '../operation/named-operation.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { RequestWatch } from './request-log.js';
import type { RequestNotes } from '../operation/request-notes.js';

type Hooks = ServerOptions<Record<string, unknown> | undefined, Extra>;
type Connection = Context<Record<string, unknown> | undefined, Extra>;

export class SocketWatch {
  private readonly running = new Map<Connection, Map<string, RequestNotes>>();
  private readonly opened = new Set<unknown>();

  constructor(private readonly requests: RequestWatch) {}

  /** Connections that are open and were let in. */
  get sockets(): number {
    return this.opened.size;
  }

  get subscriptions(): number {
    const running = [...this.running.values()].flatMap(operations => [...operations.values()]);
    return running.filter(({ operation }) => operation === 'subscription').length;
  }

  /** The same hooks, watched. */
  over(hooks: Hooks): Hooks {
    return {
      ...hooks,
      onConnect: async connection => {
        const answer = await hooks.onConnect?.(connection);
        if (answer === false) this.refused('UNAUTHENTICATED');
        else this.opened.add(connection.extra.socket);
        return answer;
      },
      onSubscribe: async (connection, id, payload) => {
        const notes = this.begin(connection, id);
        const found = await hooks.onSubscribe?.(connection, id, payload);
        return found && 'document' in found ? noted(found, notes, payload.query) : found;
      },
      onNext: async (connection, id, ...rest) => {
        const told = await hooks.onNext?.(connection, id, ...rest);
        const { errors } = (told ?? rest[2]) as { errors?: readonly GraphQLFormattedError[] };
        this.find(connection, id)?.told(errors ?? []);
        return told;
      },
      onError: async (connection, id, payload, errors) => {
        const told = await hooks.onError?.(connection, id, payload, errors);
        this.find(connection, id)?.told(told ?? errors);
        this.end(connection, id);
        return told;
      },
      onComplete: async (connection, id, payload) => {
        await hooks.onComplete?.(connection, id, payload);
        this.end(connection, id);
      },
      onClose: async (connection, ...rest) => {
        await hooks.onClose?.(connection, ...rest);
        this.close(connection);
      },
    };
  }

  /** Logs a connection that was refused, with its status. Returns the id for the answer. */
  refused(code: ErrorCode, status: number | null = null, request?: IncomingMessage): string {
    const notes = this.requests.newNotes('websocket', request);
    notes.refused(code);
    this.requests.over(notes, status);
    return notes.id;
  }

  private begin(connection: Connection, id: string): RequestNotes {
    const notes = this.requests.newNotes('websocket');
    const operations = this.running.get(connection) ?? new Map<string, RequestNotes>();
    this.running.set(connection, operations.set(id, notes));
    return notes;
  }

  private find(connection: Connection, id: string): RequestNotes | undefined {
    return this.running.get(connection)?.get(id);
  }

  private end(connection: Connection, id: string): void {
    const notes = this.find(connection, id);
    if (!notes) return;
    this.running.get(connection)?.delete(id);
    this.requests.over(notes);
  }

  /** Ends what the connection left open. */
  private close(connection: Connection): void {
    this.opened.delete(connection.extra.socket);
    for (const id of this.running.get(connection)?.keys() ?? []) this.end(connection, id);
    this.running.delete(connection);
  }
}

function noted(found: ExecutionArgs, notes: RequestNotes, text: string): ExecutionArgs {
  const context = found.contextValue as RequestContext;
  notes.by = context.by;
  const operation = getOperationAST(found.document, found.operationName);
  if (operation) notes.runs(nameOperation(operation, text));
  return { ...found, contextValue: { ...context, notes } satisfies RequestContext };
}
