// Writers spread over several servers: each repeats an attachment under its key, through one server after another, until it is
// acknowledged, and nothing but what a repetition cures may be answered to it.
import { setTimeout as wait } from 'node:timers/promises';
import { attach, type Attachment, type Fate } from './attachment.js';

/** Codes after which the same is sent again: the database or the server had no time for it. */
const CURED = ['JOURNAL_UNAVAILABLE', 'OPERATION_TIMEOUT'];
/** Milliseconds. The first gives up before any server does, the last long after: what is answered then is looked at, too. */
const patienceOf = (writer: number): number => 2_000 + 1_000 * writer;
const PAUSE = 50;
/** Milliseconds between two attachments of a writer, or what they wrote would take longer to compare than the faults take. */
const BREATH = 40;
/** Milliseconds after which an attachment counts as one that no repetition cures. */
const NEVER = 180_000;

export interface Acknowledgement {
  /** Milliseconds, by the clock of `performance`. */
  readonly at: number;
  /** The place of the server. */
  readonly by: number;
}

export class ManyWriters {
  /** What was sent, by name: the attestation where it was acknowledged. */
  readonly sent = new Map<string, string | null>();
  /** In their order. */
  readonly acknowledged: Acknowledgement[] = [];
  /** How often an attachment was sent again. */
  repeated = 0;
  private readonly underWay = new Set<Promise<unknown>>();
  private isOver = false;
  private isGivenUp = false;
  private writing: Promise<unknown> = Promise.resolve();

  /** @param broken gets a line for each answer that there must not be */
  constructor(
    private readonly apis: readonly string[],
    private readonly broken: string[],
  ) {}

  /** Writes to each claim by a writer of its own, from now on. */
  start(round: string, claims: readonly string[]): void {
    this.isOver = false;
    this.writing = Promise.all(
      claims.map((claim, writer) => this.write(writer, `${round}-${writer}`, claim)),
    );
  }

  /** Resolves when each writer was answered for the last time, and no server has anything left of theirs. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.writing;
    await Promise.all(this.underWay);
  }

  /** Sends nothing more, acknowledged or not. */
  giveUp(): void {
    this.isOver = true;
    this.isGivenUp = true;
  }

  /** Sends an attachment to one server, and notes what comes of it, whenever that may be. */
  async send(place: number, attachment: Attachment): Promise<Fate> {
    const { name } = attachment;
    if (!this.sent.has(name)) this.sent.set(name, null);
    const fate = await attach(this.apis[place] ?? '', attachment);
    if (fate.is === 'ACKNOWLEDGED') this.note(name, fate.attestation, place);
    if (fate.is === 'REFUSED' && !CURED.includes(fate.code))
      this.broken.push(`${name} was refused by server ${place}: ${fate.status} ${fate.code}`);
    return fate;
  }

  private async write(writer: number, name: string, claim: string): Promise<void> {
    for (let count = 0; !this.isOver; count += 1) {
      await this.untilAcknowledged(writer, { name: `${name}-${count}`, claim });
      await wait(BREATH);
    }
  }

  /** Sends it to the writer's own server first. */
  private async untilAcknowledged(writer: number, attachment: Attachment): Promise<void> {
    const end = performance.now() + NEVER;
    for (let attempt = 0; performance.now() < end; attempt += 1) {
      if (this.isGivenUp) return;
      if (attempt > 0) this.repeated += 1;
      const answer = this.send((writer + attempt) % this.apis.length, attachment);
      this.underWay.add(answer);
      void answer.finally(() => this.underWay.delete(answer));
      const fate = await Promise.race([answer, wait(patienceOf(writer), null, { ref: false })]);
      if (fate?.is === 'ACKNOWLEDGED' || (fate?.is === 'REFUSED' && !CURED.includes(fate.code))) return;
      await wait(PAUSE);
    }
    this.broken.push(`${attachment.name} is not acknowledged after ${NEVER / 1000} s`);
  }

  private note(name: string, attestation: string, by: number): void {
    const before = this.sent.get(name) ?? attestation;
    if (before !== attestation)
      this.broken.push(`${name} was acknowledged as ${before} and as ${attestation}`);
    this.sent.set(name, attestation);
    this.acknowledged.push({ at: performance.now(), by });
  }
}

/** The longest time in which nothing was acknowledged, in milliseconds, between two moments. */
export function longestGap(times: readonly number[], from: number, to: number): number {
  const within = [from, ...times.filter(at => at > from && at < to), to];
  return Math.max(...within.slice(1).map((at, index) => at - (within[index] ?? at)));
}
