// Refusals: the four ways in which Hearsay says no, by whose fault it is. Anything else that is thrown is a bug.

/** What a refusal knows beyond its message: the input path it is about, and the place in a file, where there is one. */
export interface RefusalPlace {
  /** Path into the input, outermost first, e.g. `['source', 'new', 'url']`. */
  readonly field?: readonly string[];
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/** Base of all refusals. `code` is stable and part of the API; the message says what was found, expected, and to do. */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  constructor(
    message: string,
    readonly place: RefusalPlace = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Fix what you sent. */
export class InvalidInput extends Refusal {
  readonly code: string = 'INVALID_INPUT';
}

/** What you named is not here. */
export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';
}

/** It is already otherwise. */
export class Conflict extends Refusal {
  readonly code: string = 'CONFLICT';
}

/** Conflict of an idempotency key: it was used before with a different body. */
export class IdempotencyKeyReused extends Conflict {
  override readonly code = 'IDEMPOTENCY_KEY_REUSED';
}

/** The journal could not be read or written: stop. */
export class JournalError extends Refusal {
  readonly code: string = 'JOURNAL_ERROR';
}

/** The journal's medium is out of reach for now: ask again. */
export class JournalUnavailable extends JournalError {
  override readonly code = 'JOURNAL_UNAVAILABLE';
}
