// The outcome of deciding a command: the events to record, and what they are about. No events means that it is so already.
import type { Event } from '../../domain/event.js';
import type { AttestationId, ClaimId, EntityId } from '../../domain/ids.js';

/** The parts of an attestation that do not distinguish it from another one. */
export type SaidOtherwise = 'certainty' | 'wording' | 'locator' | 'credibility';

export interface Decision {
  readonly events: readonly Event[];
  readonly entity?: EntityId;
  readonly claim?: ClaimId;
  readonly attestation?: AttestationId;
  /** What an attestation that is known already says otherwise, and keeps saying. */
  readonly unkept?: readonly SaidOtherwise[];
}
