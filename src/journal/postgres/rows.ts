// Rows in a PostgreSQL database that several servers write to: whoever locks the one row of `hearsay_head` writes next.
import type { Head, JournalRow } from '../stored/journal-row.js';
import { postgresHosts, shownAddress } from './address.js';
import { PostgresLink } from './link.js';
import { PatientLink } from './patience.js';
import { PostgresReader } from './reader.js';
import { ConnectionLost, isPassing, postgresRefusal, sqlStateOf, unavailable } from './refusal.js';
import { claimTables } from './tables.js';
import * as sql from './text.js';
import type { RowChange } from '../stored/row-store.js';
import { Overtaken, type SharedRows, type Since } from '../stored/shared-rows.js';
import { lostEnd } from '../stored/stored-journal.js';

export interface PostgresOptions {
  /** Milliseconds for which a read or a write looks for a database that takes it, before it is refused. */
  readonly patience?: number;
  /** Milliseconds after which the writes of others are looked for, whether or not the database notified of any. */
  readonly poll?: number;
  /** Milliseconds that a server may hold the lease in silence, as a stopped process does; then it loses the lease. */
  readonly turn?: number;
  /** Told when the database is lost, and with null when it is there again. */
  readonly trouble?: (error: unknown) => void;
}

type Work<T> = (link: PostgresLink, milliseconds: number) => Promise<T>;

const DEFAULTS = { patience: 8_000, poll: 500, turn: 4_000, trouble: (): void => {} };
/** A turn that was ended for its length gets so many times as long next, but not more milliseconds than these. */
const LONGER = 4;
const LONGEST = 60_000;

/**
 * Opens the rows in a database, and makes their tables where there are none.
 * @throws InvalidInput for what is no address, JournalUnavailable where no server of it takes writes, JournalError where a newer
 *   Hearsay made the tables or the database refuses.
 */
export async function openPostgresRows(
  address: string,
  options: PostgresOptions = {},
): Promise<PostgresRows> {
  const rows = new PostgresRows(shownAddress(address), postgresHosts(address), { ...DEFAULTS, ...options });
  try {
    await rows.open();
    return rows;
  } catch (error) {
    await rows.close();
    throw error;
  }
}

export class PostgresRows implements SharedRows {
  readonly reader: PostgresReader;
  private readonly patient: PatientLink;
  private turn: number;
  private isOpen = false;
  private readonly subject: () => string;

  constructor(
    readonly name: string,
    private readonly hosts: readonly string[],
    private readonly options: Required<PostgresOptions>,
  ) {
    // Only who opens the journal sees where the database is: later messages reach the clients of this server.
    this.subject = () => (this.isOpen ? 'The journal' : `Journal ${name}`);
    this.reader = new PostgresReader(this.subject, hosts, options);
    this.turn = options.turn;
    this.patient = new PatientLink({
      ...{ subject: this.subject, hosts, patience: options.patience },
      failed: error => {
        this.allowLonger(error);
        this.reader.lost(error);
      },
      reached: () => this.reader.reached(),
      greet: link => this.reader.follow(link),
    });
  }

  async open(): Promise<void> {
    await this.trying(link => claimTables(link, this.name));
    this.isOpen = true;
  }

  get age(): number {
    return this.reader.age;
  }

  head(): Promise<Head | null> {
    return this.reader.head();
  }

  page(afterSeq: number, count: number): Promise<readonly JournalRow[]> {
    return this.reader.page(afterSeq, count);
  }

  since(afterSeq: number, count: number): Promise<Since> {
    return this.reader.since(afterSeq, count);
  }

  onNews(listener: () => void): void {
    this.reader.onNews(listener);
  }

  take(afterSeq: number, count: number): Promise<Since> {
    return this.trying((link, left) => this.lock(link, afterSeq, count, left));
  }

  async letGo(): Promise<void> {
    try {
      const { now } = this.patient;
      if (now?.isSound) await now.ask('ROLLBACK', this.options.patience);
    } catch {
      // The database ends the turn of a connection that is gone.
    }
  }

  /** To be called by who took the end. Where the connection fails, the rows are looked for, and written where they are not there. */
  async write(change: RowChange): Promise<void> {
    const { turn } = this.options;
    await this.held(
      (link, left) => this.send(link, change, left),
      (link, left) => this.sendAgain(link, change, left),
    );
    this.turn = turn;
    this.tell();
  }

  /** As `write` does. */
  confirm(head: Head): Promise<void> {
    return this.held(
      (link, left) => this.touch(link, left),
      async (link, left) => {
        const { head: end } = await this.lock(link, head.seq, 1, left);
        await this.touchIf(end.hash === head.hash, link, left);
      },
    );
  }

  /** Lets `work` have a connection of its own, for what must not hold up others. */
  async apart<T>(work: (link: PostgresLink, milliseconds: number) => Promise<T>): Promise<T> {
    const link = await PostgresLink.open(this.hosts);
    try {
      return await work(link, this.options.patience);
    } catch (error) {
      throw isPassing(error) ? unavailable(this.subject(), error) : postgresRefusal(error, this.subject());
    } finally {
      await link.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.patient.close(), this.reader.close()]);
  }

  private async lock(link: PostgresLink, afterSeq: number, count: number, left: number): Promise<Since> {
    const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${this.turn}`;
    const results = await link.ask(`${begin}; ${sql.LOCKED_HEAD}; ${sql.sinceText(afterSeq, count)}`, left);
    const [end, found] = results.slice(-2);
    const head = sql.headFrom(end?.rows[0] as sql.PostgresHead | undefined) ?? lostEnd(this.subject());
    return { head, rows: ((found?.rows ?? []) as sql.PostgresRow[]).map(sql.rowFrom) };
  }

  private async send(link: PostgresLink, change: RowChange, left: number): Promise<void> {
    const { added, replaced, after, head } = change;
    const { warnings } = link;
    if (replaced) await link.run(sql.REPLACE, sql.replaceValues(replaced), left);
    const adding = link.run(sql.ADD, sql.addValues(head, after, added), left);
    // Without waiting, unless something would be left behind where nothing is added.
    if (replaced) await adding;
    const [{ rowCount }, { command }] = await Promise.all([adding, link.run('COMMIT', [], left)]);
    if (rowCount !== added.length || command !== 'COMMIT') throw new ConnectionLost('the end moved');
    if (link.warnings > warnings) this.doubt(link);
  }

  /** Nobody knows what came of it. The hash of the last row is the key: it stands for that row and for all before it. */
  private async sendAgain(link: PostgresLink, change: RowChange, left: number): Promise<void> {
    const { after, head } = change;
    const { head: end, rows } = await this.lock(link, head.seq - 1, 1, left);
    if (end.seq === after.seq && end.hash === after.hash) return this.send(link, change, left);
    await this.touchIf(rows[0]?.hash === head.hash, link, left);
  }

  /** To be called by who took the end, with what was found there. */
  private async touchIf(isThere: boolean, link: PostgresLink, left: number): Promise<void> {
    if (isThere) return this.touch(link, left);
    throw new Overtaken(`Journal ${this.name}: others wrote first: decide again on what is there now.`);
  }

  /** What is there may be on one disk only. A commit after it waits until all before it is on as many as there should be. */
  private async touch(link: PostgresLink, left: number): Promise<void> {
    const { warnings } = link;
    await link.ask('UPDATE hearsay_head SET hash = hash; COMMIT', left);
    if (link.warnings > warnings) this.doubt(link);
  }

  /** A commit with a warning was cut short while it waited for a standby: it is done here, but perhaps nowhere else. */
  private doubt(link: PostgresLink): never {
    link.drop();
    throw new ConnectionLost('a commit that a standby may not have');
  }

  /** Ends a turn with `work` on the connection that has it, or, where that failed, with what comes `after` on another one. */
  private async held(work: Work<void>, after: Work<void>): Promise<void> {
    const { now } = this.patient;
    let isFirst = now?.isSound === true;
    if (now && !now.isSound) this.allowLonger(now.failure);
    await this.trying((link, left) => {
      // The connection that has the turn is the same until it fails.
      const isHeld = isFirst && link === now;
      isFirst = false;
      return isHeld ? work(link, left) : after(link, left);
    });
  }

  /** Where something is refused, the end is let go. */
  private async trying<T>(work: Work<T>): Promise<T> {
    try {
      return await this.patient.run(work);
    } catch (error) {
      await this.letGo();
      throw error;
    }
  }

  /** A decision may take longer than a turn: it would never be written if it were ended each time. */
  private allowLonger(error: unknown): void {
    if (sqlStateOf(error) === '25P03') this.turn = Math.min(this.turn * LONGER, LONGEST);
  }

  /** Others look from time to time anyhow. */
  private tell(): void {
    const { now } = this.patient;
    if (now?.isSound) now.run('NOTIFY hearsay', [], this.options.patience).catch(() => {});
  }
}
