// All that is said of a claim in a file as one command that restores it, ids included.
import type { RestoreAttestations, RestoredAttestation } from '../../../domain/command.js';
import type { AttestationId, ClaimId, SourceId } from '../../../domain/ids.js';
import { present } from './present.js';
import type { LineageRead, SaidRead } from './read-said.js';

export interface SaidAgain {
  /** None where nothing is said of it. */
  readonly commands: readonly RestoreAttestations[];
  readonly lost: readonly string[];
}

const LOST_RELAYER = 'attestation that relays only what is not in the file';
const LOST_RELAY = 'relaying of what is not in the file';
const LOST_ID = 'id of an attestation, which was made from what is not in the file';

/** @param said oldest first. @param sourceIds as whatever is recorded that has another id here. */
export function restoreSaid(
  claim: ClaimId,
  said: readonly SaidRead[],
  sourceIds: ReadonlyMap<SourceId, SourceId>,
): SaidAgain {
  const [lost, restored] = [new Set<string>(), [] as RestoredAttestation[]];
  const kept = withoutLostRelayers(said, lost);
  const places = new Map(kept.map(({ id }, place) => [id, place]));
  for (const one of kept) {
    restored.push(restoredFrom(one, places, sourceIds, lost));
    if (one.claim !== claim) lost.add(LOST_ID);
  }
  const commands =
    kept.length === 0 ? [] : [{ type: 'RestoreAttestations' as const, claim, attestations: restored }];
  return { commands, lost: [...lost] };
}

/** One that was attached as relaying others of which none is there, and that nobody noted anew, says nothing by itself. */
function withoutLostRelayers(said: readonly SaidRead[], lost: Set<string>): readonly SaidRead[] {
  const there = new Set<AttestationId>();
  for (const one of said) {
    const { lineage, relays } = one.attached;
    if (lineage !== 'RELAYED' || relays.some(id => there.has(id))) there.add(one.id);
    else lost.add(LOST_RELAYER);
  }
  return said.filter(({ id }) => there.has(id));
}

function restoredFrom(
  { source, polarity, certainty, wording, locator, quote, credibility, earlier, ...one }: SaidRead,
  places: ReadonlyMap<AttestationId, number>,
  sourceIds: ReadonlyMap<SourceId, SourceId>,
  lost: Set<string>,
): RestoredAttestation {
  const placed = ({ lineage, relays }: LineageRead) => {
    const found = relays.flatMap(id => places.get(id) ?? []);
    if (found.length < relays.length) lost.add(LOST_RELAY);
    return found.length === 0 && lineage === 'RELAYED' ? null : { lineage, relays: found };
  };
  const attached = placed(one.attached) ?? { lineage: 'UNRECORDED', relays: [] };
  const noted = one.noted && placed(one.noted);
  if (earlier === null || attached.relays.length < one.attached.relays.length || sourceIds.has(source))
    lost.add(LOST_ID);
  return {
    source: { id: sourceIds.get(source) ?? source },
    polarity,
    certainty,
    ...attached,
    ...present({ wording, locator, quote, credibility }),
    ...(earlier ? { earlier } : {}),
    ...(noted ? { noted } : {}),
    ...(one.withdrawn === null ? {} : { withdrawn: one.withdrawn }),
  };
}
