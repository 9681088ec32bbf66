// The port of kept texts: they are stored by hash, and are on the medium before an event names them.

export interface TextStore {
  /** Resolves with the text's SHA-256 once the text is on disk. Keeping it again changes nothing. @throws JournalError. */
  keep(text: string): Promise<string>;
  /** The text, or null where it is missing or damaged. Reads it anew each time: nothing is kept in memory. */
  read(sha256: string): Promise<string | null>;
  /** How a text is, without its words. */
  state(sha256: string): Promise<TextState>;
  /** Takes a text away for good; does nothing where it is not there. @throws JournalError where that fails. */
  remove(sha256: string): Promise<void>;
}

export type TextState = 'SOUND' | 'MISSING' | 'DAMAGED';
