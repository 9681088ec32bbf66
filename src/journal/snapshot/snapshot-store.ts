// The port of the medium under a snapshot: numbered pages, each written whole or not at all.
import type { PageHead } from './snapshot-page.js';

export interface SnapshotStore {
  /** What to call it in messages. */
  readonly name: string;
  /** Null where there is no such page. */
  read(page: number): Promise<Buffer | null>;
  /** What pages there are, where others write them too. */
  heads?(): Promise<readonly PageHead[]>;
  /** Resolves once the page is on disk; until then the one before it stands. @param head what it is a copy of */
  write(page: number, bytes: Buffer, head: PageHead): Promise<void>;
  /** Resolves once nothing of it is there, nor anything that was being written. @throws JournalError where that fails. */
  clear(): Promise<void>;
}
