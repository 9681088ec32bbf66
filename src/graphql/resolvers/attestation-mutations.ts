// Attaching sources to claims, noting whom they relay, withdrawing what they say.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Demands } from '../auth/demands.js';
import { authorOf, readingFor, type RequestContext } from '../operation/context.js';
import { given } from '../words/without-nulls.js';
import { AttachSourceInput, RecordLineageInput } from '../inputs/attach-source-input.js';
import { AttestationType } from '../types/attestation.js';
import { claimById } from '../types/claim.js';
import { ContradictionType } from '../types/contradiction.js';
import { AttachSourcePayload, RecordLineagePayload, WithdrawPayload } from '../types/payloads.js';
import { SupportType } from '../types/support.js';
import { settle } from '../errors/user-errors.js';

const NOTHING_ATTACHED = {
  outcome: null,
  claim: null,
  attestation: null,
  supportBefore: null,
  supportAfter: null,
  statusAfter: null,
  newContradictions: [],
  recorded: null,
  unkept: [],
};

@Resolver()
export class AttestationMutations {
  @Demands('write')
  @Mutation(() => AttachSourcePayload, {
    description:
      'Attach a source to a claim, with the quote and the chain of those whom it relays. Safe to repeat.',
  })
  async attachSource(
    @Arg('input', () => AttachSourceInput, { description: 'The source, the claim, and on whose word.' })
    input: AttachSourceInput,
    @Ctx() context: RequestContext,
  ): Promise<AttachSourcePayload> {
    return settle(NOTHING_ATTACHED, async () => {
      const { preview = false, ...command } = given(input);
      const { ledger, work } = context;
      // What the claim rests on is worked out here, in pieces: during the commit it would block everybody.
      const record = ledger.graph.findClaim(command.claim);
      if (record) await work?.run(ledger.through().prepare(record));
      const done = await ledger.attachSource(
        { type: 'AttachSource', ...command },
        authorOf(context),
        preview,
      );
      const viewed = readingFor(context);
      return {
        outcome: done.outcome,
        claim: claimById(done.claim, viewed),
        attestation: done.attestation === null ? null : shown(done.attestation, context),
        supportBefore: new SupportType(done.supportBefore, viewed),
        supportAfter: new SupportType(done.supportAfter, viewed),
        statusAfter: done.statusAfter,
        newContradictions: done.newContradictions.map(
          found => new ContradictionType(found, viewed, found.explained),
        ),
        recorded: done.recorded,
        unkept: done.unkept,
      };
    });
  }

  @Demands('write')
  @Mutation(() => RecordLineagePayload, {
    description: 'Note, later, whom an attestation relays (a reprint found out). The last note counts.',
  })
  async recordLineage(
    @Arg('input', () => RecordLineageInput, { description: 'The attestation and its lineage.' })
    input: RecordLineageInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordLineagePayload> {
    return settle({ attestation: null }, async () => {
      await context.ledger.execute({ type: 'RecordLineage', ...given(input) }, authorOf(context));
      return { attestation: shown(input.attestation, context) };
    });
  }

  @Demands('write')
  @Mutation(() => WithdrawPayload, {
    description:
      'Withdraw what one source says of a claim. It stays on record, and supports nothing any more.',
  })
  async withdrawAttestation(
    @Arg('id', () => ID, { description: 'Id of the attestation.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; at most 5,000 characters.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawPayload> {
    return settle({ claim: null, attestation: null }, async () => {
      await context.ledger.execute({ type: 'WithdrawAttestation', id, reason }, authorOf(context));
      const attestation = shown(id, context);
      return { claim: attestation.claim, attestation };
    });
  }
}

function shown(id: string, context: RequestContext): AttestationType {
  const viewed = readingFor(context);
  const record = viewed.graph.findAttestation(id);
  if (!record) throw new Error(`attestation ${id} was just named and is not drawn`);
  return new AttestationType(record, viewed);
}
