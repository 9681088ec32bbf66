// Checks a whole journal for damage and reports every place, while opening it stops at the first.
import { JournalError } from '../../domain/refusal.js';
import { EMPTY_HEAD, isRedacted, readRow, type Head, type JournalRow } from '../stored/journal-row.js';
import { checkPlace, EMPTY_TAIL, type JournalTail } from '../stored/journal-tail.js';
import { LiveTexts } from '../stored/live-texts.js';
import type { RowStore } from '../stored/row-store.js';
import { forbidsWriting } from '../sqlite/log.js';
import { openSqliteRowsToRead } from '../sqlite/read-only-rows.js';
import { Unvouched } from '../stored/unvouched.js';

/** Something wrong, and where; without a place it is wrong with the whole. */
export interface JournalFinding {
  readonly seq: number | null;
  readonly message: string;
}

export interface JournalReport {
  /** How many events were read. */
  readonly events: number;
  /** Hashes of the texts that lie beside it. */
  readonly texts: readonly string[];
  /** Time of the last one. */
  readonly lastAt: string | null;
  /** None in a sound journal. */
  readonly findings: readonly JournalFinding[];
}

const PAGE = 500;
/** One damaged page can spoil thousands of events, so no more than this many are listed. */
const MOST_FINDINGS = 100;

/** @throws JournalError where the file cannot be opened: another process has it, or it is no journal of ours. */
export async function checkJournal(path: string): Promise<JournalReport> {
  const forbids = forbidsWriting(path) ? 'its form is one that can only be read' : null;
  const rows = await openSqliteRowsToRead(path);
  try {
    return await checkRows(rows, async () => forbids ?? (await rows.damage()));
  } finally {
    await rows.close();
  }
}

/**
 * Checks every row and the end, then what holds them. Others may write meanwhile: what they wrote until then is checked too.
 * @param damage what is wrong with the medium itself, null if nothing is
 */
export async function checkRows(
  store: RowStore,
  damage: () => Promise<string | null> = () => Promise.resolve(null),
): Promise<JournalReport> {
  const check = new Check();
  const pages = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const before = check.lastSeq;
      for (const row of await store.page(before, PAGE)) check.row(row);
      // A damaged page may lead back to where it began, for ever.
      if (check.lastSeq <= before) return count;
      count += 1;
    }
  };
  try {
    await pages();
    let head = await store.head();
    // An end further on is one that moved meanwhile, unless no rows lead there.
    while (head && head.seq > check.lastSeq && (await pages()) > 0) head = await store.head();
    check.end(head);
    const damaged = await damage();
    if (damaged !== null) check.damaged(damaged);
  } catch (error) {
    check.refused(null, error);
  }
  return check.report();
}

class Check {
  private last: Head & JournalTail = { ...EMPTY_HEAD, ...EMPTY_TAIL };
  private events = 0;
  private readonly texts = new LiveTexts();
  private readonly findings: JournalFinding[] = [];
  /** Events that lost texts, until one comes that says so. */
  private readonly unexplained = new Set<number>();
  private readonly unvouched = new Unvouched();

  get lastSeq(): number {
    return this.last.seq;
  }

  row(row: JournalRow): void {
    this.events += 1;
    try {
      checkPlace(this.last, row);
    } catch (error) {
      this.refused(this.last.seq + 1, error);
    }
    try {
      const read = readRow(row, this.last.hash);
      const { event } = read.recorded;
      this.unvouched.note(read);
      if (isRedacted(row)) this.unexplained.add(row.seq);
      if (event.type === 'Redacted') this.unexplained.delete(event.seq);
      this.texts.note(row.seq, event);
    } catch (error) {
      this.refused(row.seq, error);
    }
    this.last = row;
  }

  end(head: Head | null): void {
    if (!head) this.note(null, 'The journal does not tell where it ends.');
    else if (head.seq > this.last.seq) this.note(head.seq, `Event ${head.seq}, the last, is missing.`);
    else if (head.seq < this.last.seq) this.note(head.seq + 1, `Event ${head.seq + 1} stands after the end.`);
    else if (head.hash !== this.last.hash)
      this.note(head.seq, `Event ${head.seq} has not the hash of the end.`);
    for (const seq of this.unexplained)
      this.note(seq, `Event ${seq} lost a text that no entry says was redacted.`);
    for (const [seq, message] of this.unvouched.damages()) this.note(seq, message);
  }

  damaged(what: string): void {
    this.note(null, `The file's own structure is damaged: ${what}.`);
  }

  refused(seq: number | null, error: unknown): void {
    if (!(error instanceof JournalError)) throw error;
    this.note(seq, error.message);
  }

  report(): JournalReport {
    return {
      events: this.events,
      texts: this.texts.hashes,
      lastAt: this.last.at === '' ? null : this.last.at,
      findings: this.findings,
    };
  }

  private note(seq: number | null, message: string): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ seq, message });
  }
}
