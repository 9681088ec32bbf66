// Claims as edges of graphology. After a start from a snapshot the edges are added later and in small groups, because adding all took a
// third of it.
import type { MultiDirectedGraph } from 'graphology';
import type { EntityId } from '../../domain/ids.js';
import type { StoredClaim, StoredNode } from './stored.js';

/** So many edges are added between two pauses: about ten milliseconds of work. */
const BETWEEN_RESTS = 1_000;

export class ClaimEdges {
  /** Those from `next` on have no edge yet. */
  private waiting: StoredClaim[] = [];
  private next = 0;
  private areLater = false;

  constructor(
    private readonly graph: MultiDirectedGraph<StoredNode, { record: StoredClaim }>,
    private readonly nodes: ReadonlyMap<EntityId, StoredNode>,
  ) {}

  /** Leaves all that come from now on to `ready`. */
  wait(): void {
    this.areLater = true;
  }

  /** Of claims whose object is an entity, in their order. */
  add(record: StoredClaim): void {
    if (this.areLater) this.waiting.push(record);
    else this.addEdge(record);
  }

  /** Only the last that was added. */
  takeBack({ claim }: StoredClaim): void {
    if (this.areLater) this.waiting.pop();
    else this.graph.dropEdge(claim.id);
  }

  /**
   * Adds the edges that wait, with pauses.
   * @param goesOn asked between two pieces: false leaves the remaining ones for later
   */
  async ready(goesOn: () => boolean = () => true): Promise<void> {
    while (this.areLater && goesOn()) {
      this.addSome();
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Either way, unordered. */
  *between(a: EntityId, b: EntityId): IterableIterator<StoredClaim> {
    const { graph, nodes } = this;
    const [ofA, ofB] = [nodes.get(a)?.claims, nodes.get(b)?.claims];
    if (!ofA || !ofB) return;
    if (this.areLater) {
      for (const record of ofA.length < ofB.length ? ofA : ofB) if (joins(record, a, b)) yield record;
      return;
    }
    // Asked first: most pairs are joined by nothing, and an iterator costs many times as much.
    if (!graph.areNeighbors(a, b)) return;
    for (const { attributes } of graph.edgeEntries(a, b)) yield attributes.record;
  }

  private addSome(): void {
    const end = Math.min(this.waiting.length, this.next + BETWEEN_RESTS);
    for (; this.next < end; this.next += 1) {
      const record = this.waiting[this.next];
      if (record) this.addEdge(record);
    }
    if (this.next < this.waiting.length) return;
    this.waiting = [];
    this.next = 0;
    this.areLater = false;
  }

  private addEdge(record: StoredClaim): void {
    const { id, subject, object = subject } = record.claim;
    this.graph.addDirectedEdgeWithKey(id, subject, object, { record });
  }
}

const joins = ({ claim: { subject, object } }: StoredClaim, a: EntityId, b: EntityId): boolean =>
  (subject === a && object === b) || (subject === b && object === a);
