// Objects of STIX that whoever put them out takes back: what they said is withdrawn, and what others say stays.
import type { AttachSource, Command, WithdrawClaim } from '../../domain/command.js';
import { contentHash, type ClaimId, type Json } from '../../domain/ids.js';
import type { RecordDraft } from '../import/record-draft.js';
import { textIn, type StixObject } from './stix-file.js';

export const REVOKED = 'Revoked by whoever put it out.';

export const isRevoked = ({ data }: StixObject): boolean => data['revoked'] === true;

export const creatorIdOf = ({ data }: StixObject): string | undefined =>
  textIn(data, 'created_by_ref')?.toLowerCase();

/**
 * Turns what an object says into what it said: its claims are made, said and withdrawn. Safe to repeat: by the keys nothing is said
 * again after it was taken back, and of a claim that is withdrawn a later version of the object has nothing more to say.
 * @param live claims that objects which stand make too: they are left as they are.
 */
export function revoke(draft: RecordDraft, live: ReadonlySet<ClaimId>): void {
  const { commands } = draft;
  const withdrawals = new Map<ClaimId, WithdrawClaim>();
  const said = commands.flatMap((command): readonly Command[] => {
    if (command.type !== 'AttachSource') return [command];
    if (live.has(command.claim)) {
      draft.lose('revoked relation that another object repeats');
      return [];
    }
    withdrawals.set(command.claim, withdrawalOf(command));
    const attach = { ...command, unlessWithdrawn: true };
    return [{ ...attach, idempotencyKey: `revoked ${contentHash(attach as unknown as Json)}` }];
  });
  commands.splice(0, commands.length, ...said, ...withdrawals.values());
}

/** What one creator says in an object it says as one party. */
function withdrawalOf({ claim: id, source: { new: source } }: AttachSource): WithdrawClaim {
  const { party, partyDescribedAs } = source ?? {};
  const saidBy = {
    ...(party === undefined ? {} : { party }),
    ...(partyDescribedAs === undefined ? {} : { partyDescribedAs }),
  };
  return { type: 'WithdrawClaim', id, reason: REVOKED, saidBy };
}
