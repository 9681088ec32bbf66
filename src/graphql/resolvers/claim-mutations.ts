// Making, withdrawing and replacing claims. Nothing is deleted.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Demands } from '../auth/demands.js';
import { authorOf, readingFor, type RequestContext } from '../operation/context.js';
import { given } from '../words/without-nulls.js';
import { MakeClaimInput } from '../inputs/claim-inputs.js';
import { claimById, type ClaimType } from '../types/claim.js';
import { MakeClaimPayload, SupersedePayload, WithdrawPayload } from '../types/payloads.js';
import { settle } from '../errors/user-errors.js';

const REASON = { description: 'Why; at most 5,000 characters.' };

@Resolver()
export class ClaimMutations {
  @Demands('write')
  @Mutation(() => MakeClaimPayload, {
    description: 'Make a claim. Safe to repeat: the same proposition is the same claim.',
  })
  async makeClaim(
    @Arg('input', () => MakeClaimInput, { description: 'The proposition.' }) input: MakeClaimInput,
    @Ctx() context: RequestContext,
  ): Promise<MakeClaimPayload> {
    return settle({ claim: null, made: false }, async () => {
      const done = await context.ledger.execute({ type: 'MakeClaim', ...given(input) }, authorOf(context));
      return { claim: shown(done.claim ?? '', context), made: !done.already };
    });
  }

  @Demands('write')
  @Mutation(() => WithdrawPayload, {
    description: 'Withdraw a claim as such, whoever says it. It stays on record.',
  })
  async withdrawClaim(
    @Arg('id', () => ID, { description: 'Id of the claim.' }) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawPayload> {
    return settle({ claim: null, attestation: null }, async () => {
      await context.ledger.execute({ type: 'WithdrawClaim', id, reason }, authorOf(context));
      return { claim: shown(id, context), attestation: null };
    });
  }

  @Demands('write')
  @Mutation(() => SupersedePayload, {
    description: 'Put another claim in the place of one. Both stay on record.',
  })
  async supersedeClaim(
    @Arg('id', () => ID, { description: 'Id of the claim to replace.' }) id: string,
    @Arg('by', () => ID, { description: 'Id of the claim in its place.' }) by: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<SupersedePayload> {
    return settle({ claim: null, by: null }, async () => {
      await context.ledger.execute({ type: 'SupersedeClaim', id, by, reason }, authorOf(context));
      return { claim: shown(id, context), by: shown(by, context) };
    });
  }
}

const shown = (id: string, context: RequestContext): ClaimType => claimById(id, readingFor(context));
