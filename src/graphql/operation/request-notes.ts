// What is noted of a request while it is served, and the log line made of it: no document and no variable of the request.
import { isErrorCode, type ErrorCode } from '../errors/error-codes.js';
import type { NamedOperation, OperationType } from './named-operation.js';

export type RequestOutcome = 'ok' | 'refused' | 'error' | 'gone';

/** One request as logs and metrics see it. */
export interface RequestLine {
  /** Sent by the client in `x-request-id`, or made here; the answer carries it too. */
  readonly id: string;
  readonly via: 'http' | 'websocket';
  /** The pattern of the address, never the address itself: that may carry a query. */
  readonly route: string | null;
  readonly status: number | null;
  readonly operation: OperationType;
  /** What the sender calls the operation; null where it has no name, or could not be read. */
  readonly name: string | null;
  /** Hash of the document, see `NamedOperation`; null where it could not be read. */
  readonly document: string | null;
  readonly outcome: RequestOutcome;
  /** Codes of the error table, each once, faults of ours first. */
  readonly codes: readonly string[];
  /** Numbers under which faults of ours are logged. */
  readonly incidents: readonly string[];
  readonly by: string | null;
  /** Whether a known query was answered without Apollo: compiled, or with an answer that was kept. */
  readonly shortcut: 'compiled' | 'kept' | null;
  readonly ms: number;
}

export type RequestLog = (line: RequestLine) => void;

interface Told {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

const FAULTS: readonly string[] = [
  'INTERNAL',
  'JOURNAL_ERROR',
  'JOURNAL_UNAVAILABLE',
] satisfies readonly ErrorCode[];

/** Filled in by whoever serves the request. */
export class RequestNotes {
  private named: NamedOperation | null = null;
  by: string | null = null;
  route: string | null = null;
  shortcut: RequestLine['shortcut'] = null;
  private readonly codes = new Set<string>();
  private readonly incidents = new Set<string>();
  private readonly began = performance.now();

  constructor(
    readonly id: string,
    private readonly via: RequestLine['via'],
  ) {}

  get operation(): OperationType {
    return this.named?.operation ?? 'none';
  }

  /** Notes which operation it is. */
  runs(named: NamedOperation): void {
    this.named = named;
  }

  /** Codes that are not of the table are noted as `OTHER`, so that nobody outside can make up new ones. */
  refused(code: unknown): void {
    this.codes.add(isErrorCode(code) ? code : 'OTHER');
  }

  /** The errors as the client gets them. */
  told(errors: readonly Told[]): void {
    for (const { extensions } of errors) {
      this.refused(extensions?.['code']);
      const incident = extensions?.['incident'];
      if (typeof incident === 'string') this.incidents.add(incident);
    }
  }

  /** @param status of the answer by HTTP; null by WebSocket. @param gone the client did not wait for the answer. */
  line(status: number | null, gone = false): RequestLine {
    const { id, via, route, operation, by, shortcut } = this;
    if (this.codes.size === 0 && status !== null && status >= 400 && !isNotReady(route, status)) {
      this.refused(status < 500 ? 'BAD_REQUEST' : 'INTERNAL');
    }
    const codes = faultsFirst([...this.codes]);
    const incidents = [...this.incidents];
    const ms = Math.round((performance.now() - this.began) * 1000) / 1000;
    return {
      id,
      via,
      route,
      status,
      operation,
      name: this.named?.name ?? null,
      document: this.named?.document ?? null,
      outcome: outcomeOf(codes, gone),
      codes,
      incidents,
      by,
      shortcut,
      ms,
    };
  }
}

/** A true answer to the question whether the server is ready is neither refused nor a fault. */
const isNotReady = (route: string | null, status: number): boolean => route === '/readyz' && status === 503;

const isFault = (code: string): boolean => FAULTS.includes(code);

const faultsFirst = (codes: readonly string[]): string[] => [
  ...codes.filter(isFault),
  ...codes.filter(code => !isFault(code)),
];

function outcomeOf(codes: readonly string[], gone: boolean): RequestOutcome {
  if (gone) return 'gone';
  if (codes.some(isFault)) return 'error';
  return codes.length > 0 ? 'refused' : 'ok';
}
