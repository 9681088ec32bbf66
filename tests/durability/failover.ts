// Lets a fleet of three servers fail, one fault after another, while 16 write to it, and holds every server to what any of them
// acknowledged, and to what the others say.
import type { Settings } from '../fixtures/postgres-server.js';
import { until } from '../fixtures/until.js';
import { makeClaims } from './attachment.js';
import type { Chance } from './chance.js';
import { FAULTS, type Fault, type Scene } from './faults.js';
import { startFleet, type Fleet } from './fleet.js';
import { readGraph, seqOf } from './graph-answers.js';
import { brokenPromises, readFurther, type LinesRead } from './journal-lines.js';
import { longestGap, ManyWriters } from './many-writers.js';

const WRITERS = 16;
/** Milliseconds for what a server that may be gone is asked by the way. */
const GLANCE = 2_000;

export interface FailoverTally {
  acknowledged: number;
  repeated: number;
  /** Milliseconds without an acknowledgement, the longest time at each fault, or at several together. */
  readonly gaps: Map<string, number[]>;
  readonly broken: string[];
}

export const emptyTally = (): FailoverTally => ({
  acknowledged: 0,
  repeated: 0,
  gaps: new Map(),
  broken: [],
});

/** A fleet and what was found of it so far. */
export interface Failover {
  /** Whether a server can be cut off here; if not, `withoutNamespace` says why. */
  readonly canCut: boolean;
  /** Lets faults come in turn on a journal of their own, those of one group at the same time, then compares everything. */
  onNewJournal(groups: readonly (readonly Fault[])[], chance: Chance): Promise<void>;
  close(): Promise<void>;
}

/** @param settings of the databases */
export async function openFailover(tally: FailoverTally, settings: Settings = {}): Promise<Failover> {
  const fleet = await startFleet(tally.broken, settings);
  return {
    canCut: fleet.namespace !== null,
    onNewJournal: async (groups, chance) => {
      await fleet.onNewJournal();
      const storm = new Storm(fleet, tally, chance);
      try {
        for (const faults of groups) await storm.under(faults);
        await storm.compareAll();
      } finally {
        storm.end();
      }
    },
    close: () => fleet.close(),
  };
}

/** One journal, and everything that was ever sent to it. */
class Storm {
  private readonly writers: ManyWriters;
  private readonly claims: string[] = [];
  private read: readonly LinesRead[];
  private round = 0;

  constructor(
    private readonly fleet: Fleet,
    private readonly tally: FailoverTally,
    private readonly chance: Chance,
  ) {
    this.writers = new ManyWriters(fleet.apis, tally.broken);
    this.read = this.unread();
  }

  /** Has something fail and mended under load, then compares what is new. */
  async under(faults: readonly Fault[]): Promise<void> {
    const { writers, tally } = this;
    const round = `r${(this.round += 1)}`;
    const values = Array.from({ length: WRITERS + 1 }, (_, writer) => `${round}-${writer}`);
    const [own = '', ...claims] = await makeClaims(this.fleet.apis[0] ?? '', values);
    const [before, repeated] = [writers.acknowledged.length, writers.repeated];
    writers.start(round, claims);
    const places = this.fleet.apis.map((_, place) => place);
    await this.goOn(places);
    const from = performance.now();
    await Promise.all(faults.map(fault => FAULTS[fault](this.scene(own))));
    await this.goOn(places);
    const times = writers.acknowledged.map(({ at }) => at);
    const gap = longestGap(times, from, performance.now());
    await writers.stop();
    const name = faults.join(' + ');
    tally.gaps.set(name, [...(tally.gaps.get(name) ?? []), gap]);
    tally.acknowledged += writers.acknowledged.length - before;
    tally.repeated += writers.repeated - repeated;
    this.claims.push(own, ...claims);
    await this.compare([own, ...claims], `${round}-`);
  }

  /** Once more, from the first line and with all claims. */
  async compareAll(): Promise<void> {
    this.read = this.unread();
    await this.compare(this.claims, '');
  }

  /** Where something went wrong, nobody writes to servers that are not there any more. */
  end(): void {
    this.writers.giveUp();
  }

  private scene(claim: string): Scene {
    const { fleet, chance, tally } = this;
    return {
      ...{ fleet, chance, broken: tally.broken },
      look: () => this.look(),
      goOn: places => this.goOn(places),
      writeBy: place => this.writers.send(place, { name: `r${this.round}-own-${place}`, claim }),
    };
  }

  private goOn(places: readonly number[]): Promise<void> {
    const { acknowledged } = this.writers;
    const before = acknowledged.length;
    return until(`servers ${places.join()} acknowledge something`, () => {
      const by = new Set(acknowledged.slice(before).map(one => one.by));
      return places.every(place => by.has(place));
    });
  }

  /** Nobody writes: all servers come to the same end, and say the same. @param names how those begin that were written to these claims */
  private async compare(claims: readonly string[], names: string): Promise<void> {
    const { apis } = this.fleet;
    const end = await this.fleet.end();
    await until(`all servers are at ${end}`, async () => {
      const seqs = await Promise.all(apis.map(seqOf));
      return seqs.every(seq => seq === end);
    });
    await Promise.all(apis.map((api, place) => readFurther(api, this.readBy(place))));
    this.compareLines();
    for (const [place, { lines }] of this.read.entries()) {
      if (lines.length !== end) this.tell(`server ${place} shows ${lines.length} of ${end} lines`);
      for (const what of brokenPromises(lines, this.writers.sent)) this.tell(`server ${place}: ${what}`);
    }
    await this.compareGraphs(claims, names, end);
  }

  private async compareGraphs(claims: readonly string[], names: string, end: number): Promise<void> {
    const all = await Promise.all(this.fleet.apis.map(api => readGraph(api, claims)));
    if (new Set(all.map(({ hash }) => hash)).size > 1) this.tell(`the graphs differ at ${end}`);
    const expected = [...this.writers.sent].filter(([name]) => name.startsWith(names));
    for (const [place, { seqs, attestations }] of all.entries()) {
      if ([...seqs].join() !== String(end))
        this.tell(`server ${place} is at ${[...seqs].join()}, not ${end}`);
      for (const [name, attestation] of expected) {
        if (attestation && !attestations.has(attestation))
          this.tell(`${name} is not drawn by server ${place}`);
      }
    }
  }

  /** While others write: as far as they have got, those that answer have the same history. */
  private async look(): Promise<void> {
    const glance = new Promise<void>(resolve => void setTimeout(resolve, GLANCE).unref());
    const answers = this.fleet.apis.map(async (api, place) => {
      // A copy: an answer that comes too late is not to be mixed with the next.
      const read = { ...this.readBy(place), lines: [] };
      const isThere = await Promise.race([readFurther(api, read).then(() => true), glance]).catch(
        () => false,
      );
      if (isThere !== true) return;
      this.readBy(place).lines.push(...read.lines);
      this.readBy(place).end = read.end;
    });
    await Promise.all(answers);
    this.compareLines();
  }

  private compareLines(): void {
    const [longest = []] = this.read
      .map(({ lines }) => lines)
      .sort((one, other) => other.length - one.length);
    for (const [place, { lines }] of this.read.entries()) {
      const at = lines.findIndex((line, index) => JSON.stringify(line) !== JSON.stringify(longest[index]));
      if (at >= 0) this.tell(`server ${place} has another line ${at + 1} than the others`);
    }
  }

  private readonly unread = (): readonly LinesRead[] => this.fleet.apis.map(() => ({ lines: [], end: null }));

  private readBy(place: number): LinesRead {
    const read = this.read[place];
    if (!read) throw new Error(`There is no server ${place}.`);
    return read;
  }

  private tell(what: string): void {
    this.tally.broken.push(what);
  }
}
