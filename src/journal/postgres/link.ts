// One connection to the primary of a database, which is looked for among all its hosts.
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ConnectionLost, isPassing } from './refusal.js';

/** Milliseconds to reach a host and be let in. */
const CONNECTING = 3_000;
/** Milliseconds for a server to take leave. */
const LEAVING = 1_000;

/** Milliseconds that the others have, once one host took it. */
const GRACE = 300;

/** The name of the log that is written to begins with the number of the history. */
const TIMELINE = 'SELECT pg_walfile_name(pg_current_wal_lsn()) AS name';
const TIMELINE_DIGITS = 8;

/**
 * A commit that waits for a standby must not be cut short: PostgreSQL would then answer that it was done, with a warning that the
 * standby may not have it. https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION
 */
const SETTINGS = `SET statement_timeout = 0; SET lock_timeout = 0; SET client_min_messages = 'warning';
  SHOW transaction_read_only; SHOW synchronous_commit`;

/** Of these PostgreSQL acknowledges before it is on disk, or on as many disks as its administrator asks for. */
const TOO_EARLY = ['off', 'local'];

type Value = string | number | Buffer | readonly (string | number)[];

export class PostgresLink {
  /** False once it failed: it must not be used any more. */
  isSound = true;
  /** What the server said as it ended the connection, while nothing was asked. */
  failure: Error | null = null;
  /** Goes up with each promotion of a standby. */
  timeline = '';
  /** Warnings that came so far. */
  warnings = 0;

  private constructor(
    private readonly client: pg.Client,
    readonly host: string,
  ) {
    client.on('error', error => {
      this.isSound = false;
      this.failure = error;
    });
    client.on('end', () => (this.isSound = false));
    client.on('notice', ({ severity }) => {
      if (severity === 'WARNING') this.warnings += 1;
    });
  }

  /**
   * Asks all hosts at once for one that takes writes. A server that another was promoted over may think itself the first still: where
   * several take writes, the one with the newest history is used. If none does, @throws the most telling of the errors.
   */
  static async open(hosts: readonly string[]): Promise<PostgresLink> {
    const attempts = hosts.map(host => PostgresLink.to(host));
    const found: PostgresLink[] = [];
    for (const attempt of attempts)
      attempt.then(
        link => found.push(link),
        () => {},
      );
    try {
      await Promise.any(attempts);
    } catch (error) {
      const { errors } = error as AggregateError;
      // Rather one that says what is wrong than that a host is gone.
      throw errors.find(one => !isPassing(one)) ?? errors.at(-1);
    }
    await Promise.race([Promise.allSettled(attempts), wait(GRACE)]);
    const newest = found.reduce((best, link) => (link.timeline > best.timeline ? link : best));
    for (const attempt of attempts)
      attempt.then(
        link => link === newest || link.drop(),
        () => {},
      );
    return newest;
  }

  private static async to(url: string): Promise<PostgresLink> {
    const client = new pg.Client({
      ...{ connectionString: url, application_name: 'hearsay', keepAlive: true, pipeline: true },
      connectionTimeoutMillis: CONNECTING,
    });
    const link = new PostgresLink(client, url);
    try {
      await client.connect();
      const results = await link.ask(SETTINGS, CONNECTING);
      const [readOnly, commit] = results
        .slice(-2)
        .map(({ rows: [row] }) => Object.values(row as object)[0] as string);
      if (readOnly !== 'off') throw new ConnectionLost('this server only reads');
      if (TOO_EARLY.includes(commit ?? '')) await link.ask('SET synchronous_commit = on', CONNECTING);
      // Databases that only speak the protocol have no such histories.
      const history = await link.run<{ name: string }>(TIMELINE, [], CONNECTING).catch(() => null);
      link.timeline = history?.rows[0]?.name.slice(0, TIMELINE_DIGITS) ?? '';
      return link;
    } catch (error) {
      link.drop();
      throw error;
    }
  }

  onNotification(listener: () => void): void {
    this.client.on('notification', listener);
  }

  onEnd(listener: () => void): void {
    this.client.on('end', listener);
  }

  /** Sends statements without values, all at once; gives the result of each. */
  async ask(text: string, milliseconds: number): Promise<readonly pg.QueryResult[]> {
    const results: unknown = await this.within(milliseconds, this.client.query(text));
    return (Array.isArray(results) ? results : [results]) as readonly pg.QueryResult[];
  }

  /** Sends one statement. */
  run<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly Value[],
    milliseconds: number,
  ): Promise<pg.QueryResult<Row>> {
    return this.within(milliseconds, this.client.query<Row>(text, [...values]));
  }

  /** Ends it as is polite; at once where the server does not answer. */
  async close(): Promise<void> {
    this.isSound = false;
    const timer = setTimeout(() => this.drop(), LEAVING);
    await this.client.end().catch(() => {});
    clearTimeout(timer);
  }

  /** Ends the connection at once, whatever it was doing. The server finishes that on its own. */
  drop(): void {
    this.isSound = false;
    // `end` says goodbye first, which a server that does not answer never takes.
    (this.client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    this.client.end().catch(() => {});
  }

  /** Nothing is cancelled when the time is over: see SETTINGS. */
  private async within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => {
        refuse(new ConnectionLost('no answer in time'));
        this.drop();
      }, milliseconds);
    });
    // Refused later by the drop, when nobody waits for it any more.
    answer.catch(() => {});
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      if (isPassing(error)) this.drop();
      throw this.failure ?? error;
    } finally {
      clearTimeout(timer);
    }
  }
}
