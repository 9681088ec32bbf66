// Checks that the files of an open journal still lie under their paths: what is written to a moved or deleted file would be lost.
import { randomUUID } from 'node:crypto';
import { renameSync, statSync } from 'node:fs';
import { JournalError } from '../../domain/refusal.js';
import { logOf } from './log.js';

/** The journal's file is not where it was opened. */
export class Misplaced extends JournalError {
  constructor(
    path: string,
    /** It was moved while it was written to, and what was written could not be taken out again yet. */
    readonly isUndecided = false,
  ) {
    const back = `put it back there, and ${path}-wal with it`;
    const advice = isUndecided
      ? `while it was written to: ${back}, then what was refused is taken out again; if both are there, start the server again.`
      : `nothing was written: ${back}; if it was deleted, have the server write a backup before you stop it.`;
    super(`Journal ${path}: its file was moved away or deleted after it was opened, ${advice}`);
  }
}

/** The refusal of a journal that is let go while its file is not where it was opened. */
export const leftAstray = (path: string): JournalError =>
  new JournalError(
    `Journal ${path}: its file was moved away or deleted after it was opened. What was acknowledged is all in that file: put it back before the next start; if it was deleted, it is lost.`,
  );

interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** What is not where it was: the file, or only the log. */
export type Astray = 'FILE' | 'LOG';

/** Looks at names only: while the journal is open, nothing else in this process may open its files. */
export class SqlitePlace {
  private readonly file: Identity | null;
  private readonly log: string;
  private logFile: Identity | null;

  /** @param path of a journal whose file and log are open */
  constructor(private readonly path: string) {
    this.file = identityOf(path);
    this.log = logOf(path);
    this.logFile = identityOf(this.log);
  }

  /** Null while both files are those that were opened. */
  astray(): Astray | null {
    const found = this.found();
    // Both may have been moved, or may have come back, between the two looks.
    return found === 'LOG' ? this.found() : found;
  }

  private found(): Astray | null {
    if (!isSame(this.file, identityOf(this.path))) return 'FILE';
    return isSame(this.logFile, identityOf(this.log)) ? null : 'LOG';
  }

  /** Lets another's file under the log's name lie beside it: SQLite would delete it. */
  putAside(): void {
    if (identityOf(this.log)) renameSync(this.log, `${this.log}.${randomUUID()}.aside`);
  }

  /** To be called when another log was made. */
  noteLog(): void {
    this.logFile = identityOf(this.log);
  }
}

/** Null for what cannot be looked at, too: then it cannot be opened there either. */
function identityOf(path: string): Identity | null {
  try {
    // Numbers of files go beyond what a `number` holds.
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

const isSame = (one: Identity | null, other: Identity | null): boolean =>
  one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
