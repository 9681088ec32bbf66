// The medium under a snapshot: numbered pages of bytes, each written whole or not at all.
export interface SnapshotStore {
  /** What to call it in messages. */
  readonly name: string;
  /** Null where there is no such page. */
  read(page: number): Promise<Buffer | null>;
  /** Resolves once the page is on disk; until then the one before it stands. */
  write(page: number, bytes: Buffer): Promise<void>;
  /** Resolves once nothing of it is there, nor anything that was being written. @throws JournalError where that fails. */
  clear(): Promise<void>;
}
