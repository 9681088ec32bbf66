// The tokens of a running server. Their file is read again when it changes, so revoking a token takes effect at once.
import { statSync } from 'node:fs';
import type { Caller } from './scope.js';
import { hashToken, sameHash } from './token.js';
import { readTokenFile, type TokenEntry } from './token-file.js';

/** Whose tokens are let in. */
export interface Tokens {
  /** How many there are now. */
  readonly count: number;
  /** Whether every request must bring one. */
  readonly demanded: boolean;
  /** Whose token it is; null where it is nobody's, or was revoked. */
  find(token: string): Caller | null;
}

/**
 * The tokens of a file. While it has never been there, none is demanded; once it was, they are for as long as the server runs,
 * and a file that was deleted or damaged lets nobody in.
 * @param report called with the error of a file that cannot be read any more, once for each change of it
 * @throws InvalidInput where it cannot be read at the start.
 */
export function openTokens(file: string, report: (error: unknown) => void): Tokens {
  readTokenFile(file);
  return new WatchedTokens(file, report);
}

class WatchedTokens implements Tokens {
  private state = '';
  private entries: readonly TokenEntry[] = [];
  private wereThere = false;

  constructor(
    private readonly file: string,
    private readonly report: (error: unknown) => void,
  ) {}

  get count(): number {
    return this.current().length;
  }

  get demanded(): boolean {
    this.current();
    return this.wereThere;
  }

  find(token: string): Caller | null {
    const hash = hashToken(token);
    // Compares all of them, so that the time it takes reveals nothing.
    const [found] = this.current().filter(({ sha256 }) => sameHash(sha256, hash));
    return found ? { name: found.name, scope: found.scope } : null;
  }

  /** Asking the disk each time costs microseconds, and unlike a watch on the file misses nothing. */
  private current(): readonly TokenEntry[] {
    const state = stateOf(this.file);
    if (state === this.state) return this.entries;
    this.state = state;
    this.entries = [];
    try {
      const entries = readTokenFile(this.file);
      this.wereThere ||= entries !== null;
      this.entries = entries ?? [];
    } catch (error) {
      this.wereThere = true;
      this.report(error);
    }
    return this.entries;
  }
}

/** Another text for each change of a file. */
function stateOf(file: string): string {
  try {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
    return stat ? [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : 'none';
  } catch (error) {
    return String(error);
  }
}
