// What fails in a fleet under load, and is mended again: each is a list of steps, which ends with all well.
import { setTimeout as wait } from 'node:timers/promises';
import type { NodeName } from '../fixtures/postgres-cluster.js';
import { until } from '../fixtures/until.js';
import type { Fate } from './attachment.js';
import { lengthBetween, type Chance } from './chance.js';
import { CUT, SERVERS, type Fleet } from './fleet.js';
import { seqOf } from './graph-answers.js';

export interface Scene {
  readonly fleet: Fleet;
  readonly chance: Chance;
  /** In the midst of it: compares those that answer. */
  readonly look: () => Promise<void>;
  /** Resolves when each of these servers acknowledged something from now on. */
  readonly goOn: (places: readonly number[]) => Promise<void>;
  /** A write of its own by one server, as often as it is sent under the same key. */
  readonly writeBy: (place: number) => Promise<Fate>;
  /** Gets a line for what must not be. */
  readonly broken: string[];
}

const ALL = Array.from({ length: SERVERS }, (_, place) => place);
const others = (place: number): readonly number[] => ALL.filter(one => one !== place);

const primaryOf = ({ cluster }: Fleet): NodeName => cluster.primary.name as NodeName;

const oneOf = <T>(all: readonly T[], chance: Chance): T => {
  const one = all[Math.floor(chance() * all.length)];
  if (one === undefined) throw new Error('there is nothing to choose from');
  return one;
};

async function primaryKilled({ fleet, chance, goOn }: Scene): Promise<void> {
  const { cluster } = fleet;
  const old = primaryOf(fleet);
  await cluster.killPrimary();
  await wait(lengthBetween(10, 2_000, chance));
  await cluster.promote();
  await goOn(ALL);
  await cluster.rejoin(old);
}

/** As a machine that hangs and comes back: it does not know that another was promoted over it. */
async function primaryOvertaken({ fleet, chance, goOn, look }: Scene): Promise<void> {
  const { cluster } = fleet;
  const old = primaryOf(fleet);
  await cluster.pause(old);
  await wait(lengthBetween(10, 2_000, chance));
  await cluster.promote();
  if (chance() < 0.5) await goOn(ALL);
  cluster.resume(old);
  await goOn(ALL);
  await look();
  await cluster.rejoin(old);
}

/**
 * First nobody is left who could take note of a write, then the only one who did goes for good; now and then it was back for a while,
 * with writes that nobody was told of.
 */
async function allKilled({ fleet, chance, goOn }: Scene): Promise<void> {
  const { cluster, standbys } = fleet;
  const old = primaryOf(fleet);
  await Promise.all(standbys.map(name => cluster.nodes[name].kill()));
  await wait(lengthBetween(500, 2_000, chance));
  await cluster.killPrimary();
  if (chance() < 0.5) {
    await cluster.primary.start();
    await wait(lengthBetween(500, 2_000, chance));
    await cluster.killPrimary();
  }
  await Promise.all(standbys.map(name => cluster.nodes[name].start()));
  await cluster.promote();
  await goOn(ALL);
  await cluster.rejoin(old);
}

async function standbyPaused({ fleet, chance, goOn }: Scene): Promise<void> {
  const standby = oneOf(fleet.standbys, chance);
  await fleet.cluster.pause(standby);
  await wait(lengthBetween(500, 4_000, chance));
  await goOn(ALL);
  fleet.cluster.resume(standby);
}

/** Longer than its turn of four seconds, which it may have had. */
async function serverPaused({ fleet, chance, goOn, look }: Scene): Promise<void> {
  const place = oneOf(ALL, chance);
  fleet.pause(place);
  await wait(lengthBetween(4_500, 7_000, chance));
  await goOn(others(place));
  await look();
  fleet.resume(place);
}

async function serverKilled({ fleet, chance, goOn, look }: Scene): Promise<void> {
  const place = oneOf(ALL, chance);
  await fleet.kill(place);
  await wait(lengthBetween(10, 2_000, chance));
  await goOn(others(place));
  await look();
  await fleet.start(place);
}

/** Reads go on there, writes are refused; others do not notice. */
async function serverCutOff({ fleet, chance, goOn, look, writeBy, broken }: Scene): Promise<void> {
  const api = fleet.apis[CUT] ?? '';
  await fleet.namespace?.cut();
  const drawn = await seqOf(api);
  const refused = writeBy(CUT);
  await wait(lengthBetween(500, 4_000, chance));
  await goOn(others(CUT));
  await look();
  const { is } = await refused;
  if (is !== 'REFUSED') broken.push(`a write by the server that is cut off was ${is}`);
  const [there, end] = [await seqOf(api), await fleet.end()];
  if (there < drawn || there > end)
    broken.push(`cut off at ${drawn} it is at ${there}, the journal at ${end}`);
  await fleet.namespace?.mend();
  await until('who was cut off catches up', async () => (await seqOf(api)) >= end);
  if ((await writeBy(CUT)).is === 'UNANSWERED') broken.push('a write after mending was not answered');
}

export const FAULTS = {
  'primary killed': primaryKilled,
  'primary overtaken': primaryOvertaken,
  'all databases killed': allKilled,
  'standby paused': standbyPaused,
  'server paused': serverPaused,
  'server killed': serverKilled,
  'server cut off': serverCutOff,
} satisfies Record<string, (scene: Scene) => Promise<void>>;

export type Fault = keyof typeof FAULTS;
