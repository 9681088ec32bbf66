// Entities by number, with those that are judged one merged into one node that has the claims of all of them.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimGraph } from '../claim-graph.js';
import type { IdentityClasses } from '../identity/identity-classes.js';
import type { ClaimRecord, EntityNode, Links } from '../records/records.js';
import { bySeq } from './walk.js';

const NO_LINKS: Links = { claims: [], others: [] };

export class JoinedNodes {
  private readonly nodes: readonly EntityNode[];
  private readonly homes = new Map<number, number>();
  private readonly links = new Map<number, Links>();

  /** @param ends stand for all that are one with them; for others it is the oldest that does. */
  constructor(
    private readonly graph: ClaimGraph,
    private readonly identities: IdentityClasses,
    ends: readonly EntityId[],
  ) {
    this.nodes = graph.nodes;
    for (const end of ends) {
      for (const { place } of this.membersOf(end)) this.homes.set(place, graph.findNode(end)?.place ?? place);
    }
  }

  /** The place of the entity that stands for this one. */
  homeOf(place: number): number {
    let home = this.homes.get(place);
    if (home === undefined) {
      home = this.graph.findNode(this.identities.homeOf(this.idOf(place)))?.place ?? place;
      this.homes.set(place, home);
    }
    return home;
  }

  /** The claims of all that are one with an entity, without those among themselves. */
  linksAt(home: number): Links {
    const known = this.links.get(home);
    if (known) return known;
    const members = this.membersOf(this.idOf(home));
    const links = members.length === 1 ? this.nodes[home] : this.merged(home, members);
    this.links.set(home, links ?? NO_LINKS);
    return links ?? NO_LINKS;
  }

  private merged(home: number, members: readonly EntityNode[]): Links {
    const found = members.flatMap(({ claims, others }) =>
      claims.map((claim, at): NodeLink => [claim, this.homeOf(others[at] ?? home)]),
    );
    return linksOf(found.filter(([, other]) => other !== home));
  }

  private membersOf(id: EntityId): readonly EntityNode[] {
    return this.identities.membersOf(id).flatMap(member => this.graph.findNode(member) ?? []);
  }

  private idOf(place: number): EntityId {
    return this.nodes[place]?.record.entity.id ?? '';
  }
}

/** A claim and the place it leads to. */
export type NodeLink = readonly [claim: ClaimRecord, other: number];

/** Puts them in order. */
export function linksOf(links: readonly NodeLink[]): Links {
  const sorted = [...links].sort(([a], [b]) => bySeq(a, b));
  return { claims: sorted.map(([claim]) => claim), others: sorted.map(([, other]) => other) };
}
