// A connection that is made again when it fails: queries are retried for a limited time.
import { setTimeout as wait } from 'node:timers/promises';
import { PostgresLink } from './link.js';
import { isPassing, postgresRefusal, unavailable } from './refusal.js';

export interface Patience {
  /** What messages begin with. */
  readonly subject: () => string;
  readonly hosts: readonly string[];
  /** Milliseconds for which a database is looked for, before what was asked is refused. */
  readonly patience: number;
  /** Told of each failure that another connection may cure. */
  readonly failed: (error: unknown) => void;
  readonly reached: () => void;
  /** What comes first on each new connection. */
  readonly greet: (link: PostgresLink) => Promise<void> | void;
}

/** Between two attempts to find a server that takes writes. */
const PAUSE = 100;

export class PatientLink {
  private link: PostgresLink | null = null;
  private opening: Promise<PostgresLink> | null = null;
  private isClosed = false;

  constructor(private readonly on: Patience) {}

  /** The connection as it is, made or not, sound or not. */
  get now(): PostgresLink | null {
    return this.link;
  }

  /**
   * Lets `work` try, within some milliseconds each time.
   * @throws JournalUnavailable where patience is over, else the refusal of what a new connection does not cure.
   */
  async run<T>(work: (link: PostgresLink, milliseconds: number) => Promise<T>): Promise<T> {
    const { subject, patience, failed, reached } = this.on;
    const end = performance.now() + patience;
    for (;;) {
      try {
        // One host that does not answer leaves time for another.
        const share = Math.max(PAUSE, Math.min(end - performance.now(), patience / 2));
        const answer = await work(await this.sound(), share);
        reached();
        return answer;
      } catch (error) {
        if (!isPassing(error)) throw postgresRefusal(error, subject());
        failed(error);
        if (this.isClosed || performance.now() + PAUSE > end) throw unavailable(subject(), error);
        await wait(PAUSE);
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.link?.close();
  }

  /** Several may ask at once. */
  private async sound(): Promise<PostgresLink> {
    if (this.link?.isSound) return this.link;
    this.opening ??= this.opened().finally(() => (this.opening = null));
    return this.opening;
  }

  private async opened(): Promise<PostgresLink> {
    const link = await PostgresLink.open(this.on.hosts);
    await this.on.greet(link);
    return (this.link = link);
  }
}
