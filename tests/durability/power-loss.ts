// Traces the built server while it is written to, and cuts the power at each answer: what it acknowledged must be on the disk
// that is left, and that disk must open.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openVocabulary } from '../../src/cli/terminal/files.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import { Ledger } from '../../src/journal/ledger.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { inFolder, startServing, type Served } from '../fixtures/hearsay-process.js';
import { attach, makeClaims } from './attachment.js';
import type { Chance } from './chance.js';
import { ForgetfulDisk } from './forgetful-disk.js';
import { readTrace, traced, type Step } from './sync-trace.js';

export interface LossPlan {
  readonly writers: number;
  /** Attachments of each at each start, one after another. */
  readonly each: number;
  /** The server is started so often, and ended by these. */
  readonly ends: readonly ('SIGTERM' | 'SIGKILL')[];
  /** Disks to look at for each answer: on the first everything not synced is gone, on the others chance decides. */
  readonly disks: number;
  /** How likely one more disk is looked at after any other step of the trace, in the middle of a commit. */
  readonly between: number;
  /** Arguments of Node for the server, to take the sync out of it. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface LossTally {
  /** As the clients saw it, and as the trace shows it. */
  acknowledged: number;
  answersSeen: number;
  syncs: number;
  /** Disks that were opened after a power loss. */
  disks: number;
  /** Acknowledged, and not on a disk. */
  lost: number;
  /** Disks that did not open, each in words. */
  readonly damaged: string[];
}

/** Carries out a plan on a new journal, in a folder that the server makes. */
export const losePower = (plan: LossPlan, chance: Chance): Promise<LossTally> =>
  inFolder(async folder => {
    const data = join(folder, 'data');
    const log = (start: number): string => join(folder, `trace-${start}`);
    const acknowledged = await writeTraced(plan, join(data, JOURNAL), log);
    const cutting = new PowerCut(
      plan,
      new ForgetfulDisk(folder),
      chance,
      await openVocabulary(process.cwd()),
    );
    cutting.tally.acknowledged = acknowledged;
    for (const start of plan.ends.keys()) {
      for (const step of readTrace(log(start), folder)) await cutting.play(step);
    }
    return cutting.tally;
  });

/** Starts the server once for each of the plan's ends, and gives how many writes were acknowledged. */
async function writeTraced(plan: LossPlan, path: string, log: (start: number) => string): Promise<number> {
  let acknowledged = 0;
  for (const [start, signal] of plan.ends.entries()) {
    const env = Object.entries(plan.env ?? {}).map(([name, value]) => `${name}=${value}`);
    const under = ['env', ...env, ...traced(log(start)), process.execPath, ...(plan.node ?? [])];
    const server = await startServing(['--empty', '--data', path], under);
    try {
      acknowledged += await writeAll(server, plan, start);
    } finally {
      await server.end(signal);
    }
  }
  return acknowledged;
}

async function writeAll({ api }: Served, { writers, each }: LossPlan, start: number): Promise<number> {
  const names = Array.from({ length: writers }, (_, writer) => `${start}-${writer}`);
  const claims = await makeClaims(api, names);
  const write = async (claim: string, writer: number): Promise<number> => {
    let acknowledged = 0;
    for (let count = 0; count < each; count += 1) {
      const fate = await attach(api, { name: `${names[writer]}-${count}`, claim });
      if (fate.is === 'ACKNOWLEDGED') acknowledged += 1;
    }
    return acknowledged;
  };
  const counts = await Promise.all(claims.map(write));
  return counts.reduce((sum, count) => sum + count, 0);
}

const JOURNAL = 'journal.db';
const ACKNOWLEDGED = /"outcome":"ATTACHED","attestation":\{"id":"([^"]+)"/g;

class PowerCut {
  readonly tally: LossTally = { acknowledged: 0, answersSeen: 0, syncs: 0, disks: 0, lost: 0, damaged: [] };
  private readonly acknowledged: string[] = [];

  constructor(
    private readonly plan: LossPlan,
    private readonly disk: ForgetfulDisk,
    private readonly chance: Chance,
    private readonly vocabulary: Vocabulary,
  ) {}

  async play(step: Step): Promise<void> {
    this.disk.play(step);
    if (step.is === 'SYNCED') this.tally.syncs += 1;
    if (step.is !== 'SENT') {
      if (this.chance() < this.plan.between) await this.cut(this.chance);
      return;
    }
    const ids = [...step.text.matchAll(ACKNOWLEDGED)].map(([, id = '']) => id);
    if (ids.length === 0) return;
    this.acknowledged.push(...ids);
    this.tally.answersSeen += ids.length;
    for (let disk = 0; disk < this.plan.disks; disk += 1) await this.cut(disk === 0 ? null : this.chance);
  }

  /** Opens what is left, as the server would, and looks for all that was acknowledged. */
  private async cut(chance: Chance | null): Promise<void> {
    this.tally.disks += 1;
    await inFolder(async left => {
      for (const [path, bytes] of this.disk.afterLoss(chance)) {
        if (basename(path).startsWith(JOURNAL)) writeFileSync(join(left, basename(path)), bytes);
      }
      try {
        await this.look(join(left, JOURNAL));
      } catch (error) {
        this.tally.damaged.push(error instanceof Error ? error.message : String(error));
      }
    });
  }

  private async look(path: string): Promise<void> {
    const journal = await openSqliteJournal(path);
    try {
      const { graph } = await Ledger.open({ journal, vocabulary: this.vocabulary, clock: () => 0 });
      this.tally.lost += this.acknowledged.filter(id => !graph.findAttestation(id)).length;
    } finally {
      await journal.close();
    }
  }
}
