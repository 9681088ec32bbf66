// What comes of a command: the events to record, and what it was about. No events means: it is so already.
import type { Event } from '../domain/event.js';
import type { AttestationId, ClaimId, EntityId } from '../domain/ids.js';

export interface Decision {
  readonly events: readonly Event[];
  readonly entity?: EntityId;
  readonly claim?: ClaimId;
  readonly attestation?: AttestationId;
}
