// Reads rows from PostgreSQL on a connection of its own, on which the database also notifies of writes.
import type { Head, JournalRow } from '../stored/journal-row.js';
import { PostgresLink } from './link.js';
import { PatientLink } from './patience.js';
import { HEAD, headFrom, rowFrom, sinceText, type PostgresHead, type PostgresRow } from './text.js';
import type { Since } from '../stored/shared-rows.js';
import { lostEnd } from '../stored/stored-journal.js';

export interface ReaderOptions {
  /** Milliseconds for which a read looks for the database, before it is refused. */
  readonly patience: number;
  /** Milliseconds after which the writes of others are looked for, whether or not the database notified of any. */
  readonly poll: number;
  /** Told when the database is lost, and with null when it is there again. */
  readonly trouble: (error: unknown) => void;
}

/** Milliseconds between two looks whether another host took over. */
const CHECK = 10_000;

export class PostgresReader {
  private readonly patient: PatientLink;
  private listener: (() => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private checking: NodeJS.Timeout | null = null;
  private reachedAt = performance.now();
  private isLost = false;
  private isClosed = false;

  constructor(
    private readonly subject: () => string,
    private readonly hosts: readonly string[],
    private readonly options: ReaderOptions,
  ) {
    this.patient = new PatientLink({
      ...{ subject, hosts, patience: options.patience },
      failed: error => this.lost(error),
      reached: () => this.reached(),
      greet: link => this.listen(link),
    });
  }

  /** Seconds since the database was last reached. */
  get age(): number {
    return (performance.now() - this.reachedAt) / 1000;
  }

  async head(): Promise<Head | null> {
    const [found] = await this.ask(HEAD);
    return headFrom(found?.rows[0] as PostgresHead | undefined);
  }

  async page(afterSeq: number, count: number): Promise<readonly JournalRow[]> {
    const [found] = count > 0 ? await this.ask(sinceText(afterSeq, Math.min(count, MOST))) : [];
    return ((found?.rows ?? []) as PostgresRow[]).map(rowFrom);
  }

  /** The end is read first: what is written in between is among the rows. */
  async since(afterSeq: number, count: number): Promise<Since> {
    const [end, found] = await this.ask(`${HEAD}; ${sinceText(afterSeq, count)}`);
    const head = headFrom(end?.rows[0] as PostgresHead | undefined) ?? lostEnd(this.subject());
    return { head, rows: ((found?.rows ?? []) as PostgresRow[]).map(rowFrom) };
  }

  /** Sends a statement with values; repeated on a new connection where one fails, so it must do no harm twice. */
  run<Row extends object>(
    text: string,
    values: readonly (string | number | Buffer)[],
  ): Promise<readonly Row[]> {
    return this.patient.run(async (link, left) => (await link.run<Row>(text, values, left)).rows);
  }

  onNews(listener: () => void): void {
    this.listener = listener;
    this.timer = setInterval(listener, this.options.poll);
    // A server that is to end does not wait for it.
    this.timer.unref();
    if (this.hosts.length > 1) this.checking = setInterval(() => void this.check(), CHECK).unref();
  }

  /** Call it with the server that another connection reads from and writes to. */
  follow({ host }: PostgresLink): void {
    const { now } = this.patient;
    if (now && now.host !== host) now.drop();
  }

  /** Call it when the database was reached on another connection. */
  reached(): void {
    this.reachedAt = performance.now();
    if (!this.isLost) return;
    this.isLost = false;
    this.options.trouble(null);
  }

  lost(error: unknown): void {
    if (this.isLost) return;
    this.isLost = true;
    this.options.trouble(error);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const timer of [this.timer, this.checking]) if (timer) clearInterval(timer);
    await this.patient.close();
  }

  private ask(text: string): Promise<readonly { readonly rows: readonly unknown[] }[]> {
    return this.patient.run((link, left) => link.ask(text, left));
  }

  /** A server that was cut off from the others answers as before, though another was promoted over it. */
  private async check(): Promise<void> {
    try {
      const newest = await PostgresLink.open(this.hosts);
      if (!this.isClosed) this.follow(newest);
      await newest.close();
    } catch {
      // The next caller gets the error.
    }
  }

  private async listen(link: PostgresLink): Promise<void> {
    link.onNotification(() => this.listener?.());
    // There are no notifications of what is written until it is connected again.
    link.onEnd(() => this.isClosed || this.listener?.());
    // Some databases that speak the protocol send no notifications; they are only polled.
    await link.run('LISTEN hearsay', [], this.options.patience).catch(() => {});
  }
}

/** PostgreSQL takes no endless limit. */
const MOST = 1_000_000;
