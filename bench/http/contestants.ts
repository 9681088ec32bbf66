// The servers of the HTTP suite over one made world, each in a process of its own.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClaimGraph } from '../../src/graph/claim-graph.js';
import { startServing } from '../../tests/fixtures/hearsay-process.js';
import { actorId, actorsOf, benchVocabulary, powerLawWorld } from '../worlds/power-law.js';
import { startYardstick, type Yardstick } from './start-yardstick.js';
import { writeWorld } from '../worlds/world-file.js';

export type Name = 'product' | 'raw' | 'handWritten' | 'mercurius' | 'stock';

export interface Servers {
  /** Where each takes questions. */
  readonly urls: Readonly<Record<Name, string>>;
  /** What the raw yardstick is to send from now on. */
  sendRaw(answer: string): void;
  end(): Promise<void>;
}

export async function startServers(folder: string, claims: number): Promise<Servers> {
  const world = join(folder, 'world.db');
  await writeWorld(world, claims);
  const copy = async (name: string): Promise<string> => {
    const file = join(folder, `${name}.db`);
    await copyFile(world, file);
    return file;
  };
  const over = async (name: string): Promise<Yardstick> =>
    startYardstick(`${name}-server`, [await copy(name)]);
  const [product, raw, handWritten, mercurius, stock] = await Promise.all([
    copy('product').then(file => startServing(['--data', file, '--empty'])),
    startYardstick('raw-server'),
    over('hand-written'),
    over('mercurius'),
    over('stock'),
  ]);
  const yardsticks = [raw, handWritten, mercurius, stock];
  return {
    urls: {
      product: product.api,
      raw: raw.url,
      handWritten: handWritten.url,
      mercurius: `${mercurius.url}/graphql`,
      stock: stock.url,
    },
    sendRaw: answer => raw.tell(answer),
    end: async () => {
      await Promise.all([product.end('SIGKILL'), ...yardsticks.map(async yardstick => yardstick.end())]);
    },
  };
}

/** Actors of a world with between 10 and 40 claims. */
export function askedOf(claims: number): readonly string[] {
  const vocabulary = benchVocabulary();
  const graph = new ClaimGraph(vocabulary);
  for (const event of powerLawWorld(claims, vocabulary)) graph.apply(event);
  const all = Array.from({ length: actorsOf(claims) }, (_, at) => actorId(at));
  return all.filter(id => graph.degreeOf(id) >= 10 && graph.degreeOf(id) <= 40);
}
