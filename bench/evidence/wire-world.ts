// Made worlds of one question each: one claim, and a telling way to say it many times.
import { attestationId, type Attestation, type AttestationKey } from '../../src/domain/attestation.js';
import { claimOf } from '../../src/domain/claim.js';
import type { Event, RecordedEvent } from '../../src/domain/event.js';
import type { AttestationId, ClaimId, EntityId, SourceId } from '../../src/domain/ids.js';
import { sourceId, type SourceDescription } from '../../src/domain/source.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';

const START = Date.UTC(2024, 0, 1);

/** Draws as it tells. */
export class WireWorld {
  readonly graph: ClaimGraph;

  constructor(readonly vocabulary: Vocabulary) {
    this.graph = new ClaimGraph(vocabulary);
  }

  /** Called with each event once it is drawn. */
  onEvent: (event: RecordedEvent) => void = () => {};

  tell(event: Event): void {
    const seq = this.graph.seq + 1;
    const at = new Date(START + seq).toISOString();
    const recorded: RecordedEvent = { seq, at, by: 'bench', way: 'IMPORT', event };
    this.graph.apply(recorded);
    this.onEvent(recorded);
  }

  party(id: EntityId): EntityId {
    this.tell({
      type: 'EntityAdded',
      entity: { id, kind: 'ORGANIZATION', label: id, sameAs: [] },
      names: [],
    });
    return id;
  }

  claim(subject: EntityId, predicate: string, object: EntityId, validTime?: string): ClaimId {
    const { symmetric } = this.vocabulary.predicateOrPlain(predicate);
    const time = validTime === undefined ? {} : { validTime };
    const claim = claimOf({ subject, predicate, object, qualifiers: [], ...time }, symmetric);
    this.tell({ type: 'ClaimMade', claim });
    return claim.id;
  }

  source(party: EntityId, held = true): SourceId {
    const title = `story ${this.graph.seq}`;
    const description: SourceDescription = { kind: 'ARTICLE', title, party, publishedAt: '2024-05-01' };
    const id = sourceId(description);
    this.tell({ type: 'SourceAdded', source: { id, ...description } });
    if (held) this.tell({ type: 'SourceHeld', source: id });
    return id;
  }

  /** In the source's own word where it relays nothing. */
  says(
    source: SourceId,
    claim: ClaimId,
    relays: readonly AttestationId[] = [],
    polarity: Attestation['polarity'] = 'AFFIRMS',
  ): AttestationId {
    const lineage = relays.length > 0 ? 'RELAYED' : 'OWN';
    const key: AttestationKey = { claim, source, polarity, lineage, relays };
    const id = attestationId(key);
    this.tell({ type: 'SourceAttached', attestation: { id, ...key, certainty: 'CERTAIN' } });
    return id;
  }

  /** A claim between two that are no parties. */
  wire(): ClaimId {
    return this.claim(this.party('entity:x'), 'meets', this.party('entity:y'));
  }
}
