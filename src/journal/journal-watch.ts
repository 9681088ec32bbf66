// Observes the writing of a journal: how long each write takes, and whether the last one failed.
import { JournalError, JournalUnavailable, Refusal } from '../domain/refusal.js';
import type { Journal } from './stored/journal.js';
import { Overtaken } from './stored/shared-rows.js';

const WRITES: readonly PropertyKey[] = ['append', 'redact'];

/** Told how long a write took, and why it failed where it did. */
type WriteListener = (seconds: number, failure: Error | null) => void;
type Method = (...args: unknown[]) => unknown;

export class JournalWatch {
  /** Why the last write failed; null where it did not. */
  failure: Error | null = null;
  /** How long replaying the journal took; null until it is done. */
  replaySeconds: number | null = null;
  private journal: Journal | null = null;
  private readonly listeners = new Set<WriteListener>();
  private readonly lossListeners = new Set<() => void>();

  /** Why a write would be refused now; null if no reason is known, or the last write went well. */
  look(): JournalError | null {
    return this.journal?.obstacle() ?? null;
  }

  /** Calls `listener` after each write. */
  onWrite(listener: WriteListener): void {
    this.listeners.add(listener);
  }

  /** Calls `listener` each time the journal's medium is lost. */
  onLoss(listener: () => void): void {
    this.lossListeners.add(listener);
  }

  /** Call it with the error when the medium of a journal is lost, and with null when it is back. */
  readonly trouble = (error: unknown): void => {
    if (error !== null) for (const listener of this.lossListeners) listener();
  };

  /** The same journal, with its writes noted here. */
  over(journal: Journal): Journal {
    this.journal = journal;
    // A proxy, since all but the writes must go through as it is, whatever else a journal can do.
    return new Proxy(journal, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function') return member;
        const method = (member as Method).bind(target);
        return WRITES.includes(key) ? this.noted(method) : method;
      },
    });
  }

  /** Runs `work` and keeps how long it took as the time of the replay. */
  async replaying<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.replaySeconds = secondsSince(began);
    return result;
  }

  private noted(write: Method): Method {
    return async (...args) => {
      const began = performance.now();
      try {
        const result = await write(...args);
        if (wroteSomething(result)) this.note(began, null);
        return result;
      } catch (error) {
        if (isFailure(error)) this.note(began, error as Error);
        throw error;
      }
    };
  }

  private note(began: number, failure: Error | null): void {
    this.failure = failure;
    const seconds = secondsSince(began);
    for (const listener of this.listeners) listener(seconds, failure);
  }
}

/** Any other refusal is about what was to be written, not about where; a medium that is away, and others who were quicker, are no failures. */
const isFailure = (error: unknown): boolean =>
  error instanceof JournalError
    ? !(error instanceof JournalUnavailable || error instanceof Overtaken)
    : !(error instanceof Refusal);

/** A write without events, or a redaction that was done before, leaves the disk in peace. */
const wroteSomething = (result: unknown): boolean =>
  Array.isArray(result) ? result.length > 0 : result !== null;

const secondsSince = (began: number): number => (performance.now() - began) / 1000;
