// Kills the built server again and again while many write to it, and holds the journal to what was acknowledged after each start.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inFolder, serving, type Served } from '../fixtures/hearsay-process.js';
import { attach, makeClaims, type Attachment } from './attachment.js';
import { lengthBetween, type Chance } from './chance.js';
import { brokenPromises, byAttachment, readJournal } from './journal-lines.js';

export interface KillPlan {
  /** On one journal, which is started anew after each. */
  readonly kills: number;
  readonly writers: number;
  /** Milliseconds from the first write to the kill. */
  readonly shortest: number;
  readonly longest: number;
}

export interface KillTally {
  kills: number;
  acknowledged: number;
  /** Without an answer when the server was killed. */
  unanswered: number;
  /** Of those, how many were in the journal all the same. */
  unansweredKept: number;
  /** How often something was found broken; each in words. */
  readonly broken: string[];
}

export const emptyTally = (): KillTally => ({
  kills: 0,
  acknowledged: 0,
  unanswered: 0,
  unansweredKept: 0,
  broken: [],
});

/** Carries out a plan on a new journal and adds what came of it to a tally. */
export const killAndLook = (plan: KillPlan, chance: Chance, tally: KillTally): Promise<void> =>
  inFolder(async folder => {
    const storm = new Storm(['--empty', '--data', join(folder, 'journal.db')], plan, chance, tally);
    for (let kill = 0; kill < plan.kills; kill += 1) await storm.writeUntilKilled();
    await storm.end();
  });

/** One journal, and everything that was ever sent to it. */
class Storm {
  private readonly sent = new Map<string, string | null>();
  private readonly unanswered = new Map<string, Attachment>();

  constructor(
    private readonly args: readonly string[],
    private readonly plan: KillPlan,
    private readonly chance: Chance,
    private readonly tally: KillTally,
  ) {}

  writeUntilKilled(): Promise<void> {
    return serving(this.args, async server => {
      await this.lookAndRepeat(server);
      const { writers, shortest, longest } = this.plan;
      const round = Array.from({ length: writers }, (_, writer) => `${this.tally.kills}-${writer}`);
      const claims = await makeClaims(server.api, round);
      const writing = claims.map((claim, writer) => this.write(server, claim, `${round[writer]}`));
      await wait(lengthBetween(shortest, longest, this.chance));
      await server.end('SIGKILL');
      await Promise.all(writing);
      this.tally.kills += 1;
    });
  }

  /** Starts twice more, so that the last kill is looked at too, and what is repeated after it. */
  async end(): Promise<void> {
    await serving(this.args, server => this.lookAndRepeat(server));
    await serving(this.args, server => this.look(server));
  }

  /** One writer: each attachment as soon as the one before is acknowledged. */
  private async write(server: Served, claim: string, writer: string): Promise<void> {
    for (let count = 0; ; count += 1) {
      const attachment = { name: `${writer}-${count}`, claim };
      this.sent.set(attachment.name, null);
      if (!(await this.send(server, attachment))) {
        this.unanswered.set(attachment.name, attachment);
        this.tally.unanswered += 1;
        return;
      }
    }
  }

  private async send(server: Served, attachment: Attachment): Promise<boolean> {
    const fate = await attach(server.api, attachment);
    if (fate.is === 'UNANSWERED') return false;
    if (fate.is === 'REFUSED') this.tally.broken.push(`${attachment.name} was refused: ${fate.code}`);
    else this.sent.set(attachment.name, fate.attestation);
    if (fate.is === 'ACKNOWLEDGED') this.tally.acknowledged += 1;
    return true;
  }

  private async lookAndRepeat(server: Served): Promise<void> {
    const kept = await this.look(server);
    this.tally.unansweredKept += [...this.unanswered.keys()].filter(name => kept.has(name)).length;
    await Promise.all([...this.unanswered.values()].map(attachment => this.send(server, attachment)));
    this.unanswered.clear();
  }

  private async look(server: Served): Promise<ReadonlyMap<string, unknown>> {
    const lines = await readJournal(server.api);
    this.tally.broken.push(...brokenPromises(lines, this.sent));
    return byAttachment(lines);
  }
}
