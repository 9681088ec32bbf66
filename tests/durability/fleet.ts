// Three built servers on one journal in a cluster of three databases: each can be killed, stood still and started again, and the
// last one be cut off where this machine can make it a network of its own.
import { startServing, type Served } from '../fixtures/hearsay-process.js';
import { openNamespace, withoutNamespace, type NetworkNamespace } from '../fixtures/network-namespace.js';
import { startCluster, type NodeName, type PostgresCluster } from '../fixtures/postgres-cluster.js';
import { until } from '../fixtures/until.js';
import { freePort, type Settings } from '../fixtures/postgres-server.js';

export const SERVERS = 3;
/** The place of the one that can be cut off. */
export const CUT = SERVERS - 1;

interface Member {
  readonly args: readonly string[];
  readonly node: readonly string[];
  readonly api: string;
  served: Served | null;
}

/** Starts a cluster, for servers on one journal after another; who starts it closes it. */
export async function startFleet(broken: string[], settings: Settings): Promise<Fleet> {
  const namespace = withoutNamespace() === null ? await openNamespace() : null;
  const cluster = await startCluster({ settings, ...(namespace ? { beside: namespace.beside } : {}) });
  return new Fleet(cluster, namespace, broken);
}

export class Fleet {
  private database = '';
  private members: readonly Member[] = [];

  /** @param broken gets a line for each server that ends by itself */
  constructor(
    readonly cluster: PostgresCluster,
    readonly namespace: NetworkNamespace | null,
    private readonly broken: string[],
  ) {}

  get apis(): readonly string[] {
    return this.members.map(({ api }) => api);
  }

  /** Leaves the journal that was, and starts servers on an empty one. */
  async onNewJournal(): Promise<void> {
    await this.endAll();
    this.database = await this.cluster.newDatabase();
    this.members = await Promise.all(Array.from({ length: SERVERS }, (_, place) => this.member(place)));
    await Promise.all(this.members.map((_, place) => this.start(place)));
  }

  async start(place: number): Promise<void> {
    const member = this.at(place);
    const served = await startServing(member.args, member.node);
    member.served = served;
    void served.ended.then(({ code, err }) => {
      if (member.served === served) this.broken.push(`server ${place} ended by itself, ${code}: ${err}`);
    });
  }

  async kill(place: number): Promise<void> {
    const member = this.at(place);
    const { served } = member;
    member.served = null;
    await served?.end('SIGKILL');
  }

  pause = (place: number): void => this.at(place).served?.signal('SIGSTOP');

  resume = (place: number): void => this.at(place).served?.signal('SIGCONT');

  /** The names of those that follow the primary, or should. */
  get standbys(): readonly NodeName[] {
    const { nodes, primary } = this.cluster;
    return (Object.keys(nodes) as NodeName[]).filter(name => nodes[name] !== primary);
  }

  /** Where the journal ends, as the database tells; waits until it does. */
  async end(): Promise<number> {
    const ask = (): Promise<{ seq: string }[]> =>
      this.cluster.primary.ask('SELECT seq FROM hearsay_head', this.database);
    let found: { seq: string } | undefined;
    await until('the database tells where the journal ends', async () => {
      [found] = await ask().catch(() => []);
      return found !== undefined;
    });
    return Number(found?.seq);
  }

  async close(): Promise<void> {
    await this.endAll();
    await this.cluster.stop();
    await this.namespace?.remove();
  }

  private async endAll(): Promise<void> {
    await Promise.all(this.members.map((_, place) => this.kill(place)));
  }

  private async member(place: number): Promise<Member> {
    const { namespace, cluster, database } = this;
    const port = await freePort();
    const isApart = place === CUT && namespace !== null;
    if (isApart) await namespace.open(port);
    const address = isApart ? cluster.url(database, namespace.beside.address) : cluster.url(database);
    return {
      args: ['--empty', '--journal', address, '--port', String(port)],
      node: [...(isApart ? namespace.inside : []), process.execPath],
      api: `http://127.0.0.1:${port}/graphql`,
      served: null,
    };
  }

  private at(place: number): Member {
    const member = this.members[place];
    if (!member) throw new Error(`There is no server ${place}.`);
    return member;
  }
}
