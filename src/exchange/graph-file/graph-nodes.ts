// The nodes of one graph file, by their ids there: which entities they are.
import type { EntityKind } from '../../domain/entity.js';
import { idKind, type EntityId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { entityIdOf } from '../import/entity-key.js';

export interface KnownNode {
  readonly id: EntityId;
  readonly kind: EntityKind;
}

/** Ids that mean the same in every file: UUIDs and addresses. */
const FOR_ALL = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|https?:\/\/.+)$/i;
const MOST_NODES = 5_000_000;

export class GraphNodes {
  private readonly byId = new Map<string, KnownNode>();

  /** @param file makes node 1 of one file another than node 1 of the next */
  constructor(
    private readonly format: string,
    readonly file: string,
  ) {}

  /** @throws InvalidInput where there is a node with that id already. */
  add(id: string | undefined, kind: EntityKind): KnownNode {
    if (id === undefined) throw new InvalidInput('A node without `id`: no edge can name it; give it one.');
    if (this.byId.has(id))
      throw new InvalidInput(`There is a node "${id.slice(0, 80)}" already: give each its own id.`);
    if (this.byId.size >= MOST_NODES) {
      throw new InvalidInput(`The file has more than ${MOST_NODES / 1e6} million nodes: split it.`);
    }
    const node = { id: this.entityId(id), kind };
    this.byId.set(id, node);
    return node;
  }

  /** @throws InvalidInput where the file has no such node. */
  get(id: string | undefined, end: 'source' | 'target'): KnownNode {
    if (id === undefined) throw new InvalidInput(`An edge without \`${end}\`: give it one.`);
    const node = this.byId.get(id);
    if (node) return node;
    throw new InvalidInput(
      `The edge names as its ${end} "${id.slice(0, 80)}", which is no node of this file: add it.`,
    );
  }

  private entityId(id: string): EntityId {
    if (idKind(id) === 'entity') return id;
    return entityIdOf(this.format, FOR_ALL.test(id) ? id : `${this.file}/${id}`);
  }
}
