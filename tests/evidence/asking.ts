// Asks a told world through a view: what tests of the evidence rules say for short.
import type { Polarity } from '../../src/domain/attestation.js';
import type { ClaimStatus, View } from '../../src/domain/view.js';
import { explainStatus } from '../../src/evidence/views/explanation.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { Support } from '../../src/evidence/weighing/support.js';
import type { ClaimRecord } from '../../src/graph/records/records.js';
import type { Teller } from '../fixtures/teller.js';

export class Asking {
  readonly viewed: ViewedGraph;

  constructor(teller: Teller, view: View = {}) {
    this.viewed = new ViewedGraph(teller.graph(), view);
  }

  record(claim: string): ClaimRecord {
    const record = this.viewed.graph.findClaim(claim);
    if (!record) throw new Error(`no claim ${claim}`);
    return record;
  }

  support(claim: string, polarity?: Polarity): Support {
    return this.viewed.supportOf(this.record(claim), polarity);
  }

  status(claim: string): ClaimStatus {
    return this.viewed.statusOf(this.record(claim));
  }

  explained(claim: string): string {
    return explainStatus(this.viewed, this.record(claim));
  }

  /** As `KIND claim claim …`, with the claims' places in the list given. */
  contradictions(claim: string, among: readonly string[] = [claim]): string[] {
    return this.viewed
      .contradictionsOf(this.record(claim))
      .map(({ kind, claims }) => [kind, ...claims.map(one => among.indexOf(one.claim.id))].join(' '));
  }

  /** Ids of the attestations that lie on a chain. */
  carrying(claim: string, polarity: Polarity = 'AFFIRMS'): string[] {
    return this.viewed.evidence
      .chainsOf(claim, polarity)
      .carrying.map(node => node.record.attestation.id)
      .sort();
  }
}

export const idsOf = (records: readonly ClaimRecord[]): string[] => records.map(({ claim }) => claim.id);
