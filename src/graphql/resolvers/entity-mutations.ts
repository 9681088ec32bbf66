// Adding and naming entities, grading them as parties, judging who is who. All are safe to repeat.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { IdentityJudgement } from '../../domain/command.js';
import type { Reliability } from '../../domain/source.js';
import { Demands } from '../auth/demands.js';
import { authorOf, readingFor, type RequestContext } from '../operation/context.js';
import { IdentityJudgementEnum, ReliabilityEnum } from '../words/enums.js';
import { given } from '../words/without-nulls.js';
import { AddEntityInput, AddNameInput } from '../inputs/entity-inputs.js';
import { entityById, type EntityType } from '../types/entity.js';
import { AddEntityPayload, AddNamePayload, GradePayload, JudgePayload } from '../types/payloads.js';
import { settle } from '../errors/user-errors.js';

const REASON = { nullable: true, description: 'Why; at most 5,000 characters.' };

@Resolver()
export class EntityMutations {
  @Demands('write')
  @Mutation(() => AddEntityPayload, {
    description: 'Add an entity. Safe to repeat: the same content is the same entity.',
  })
  async addEntity(
    @Arg('input', () => AddEntityInput, { description: 'What to add.' }) input: AddEntityInput,
    @Ctx() context: RequestContext,
  ): Promise<AddEntityPayload> {
    return settle({ entity: null }, async () => {
      const { entity } = await context.ledger.execute(
        { type: 'AddEntity', ...given(input) },
        authorOf(context),
      );
      return { entity: shown(entity ?? '', context) };
    });
  }

  @Demands('write')
  @Mutation(() => AddNamePayload, {
    description: 'Add a spelling of an entity. Safe to repeat: a known spelling is not added again.',
  })
  async addName(
    @Arg('input', () => AddNameInput, { description: 'What to add, and to which entity.' })
    input: AddNameInput,
    @Ctx() context: RequestContext,
  ): Promise<AddNamePayload> {
    return settle({ entity: null }, async () => {
      await context.ledger.execute({ type: 'AddName', ...given(input) }, authorOf(context));
      return { entity: shown(input.entity, context) };
    });
  }

  @Demands('write')
  @Mutation(() => GradePayload, { description: 'Grade an entity as a source. The last grade counts.' })
  async gradeParty(
    @Arg('id', () => ID, { description: 'Id of the entity that speaks or publishes.' }) id: string,
    @Arg('reliability', () => ReliabilityEnum, { description: 'The grade.' }) reliability: Reliability,
    @Arg('reason', () => String, REASON) reason: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<GradePayload> {
    return settle({ entity: null }, async () => {
      const why = reason == null ? {} : { reason };
      await context.ledger.execute({ type: 'GradeParty', id, reliability, ...why }, authorOf(context));
      return { entity: shown(id, context) };
    });
  }

  @Demands('write')
  @Mutation(() => JudgePayload, {
    description: 'Judge whether two entities are one. The last judgement counts; claims keep their entities.',
  })
  async judgeIdentity(
    @Arg('a', () => ID, { description: 'Id of one entity.' }) a: string,
    @Arg('b', () => ID, { description: 'Id of the other.' }) b: string,
    @Arg('judgement', () => IdentityJudgementEnum, { description: 'Whether they are one.' })
    judgement: IdentityJudgement,
    @Arg('reason', () => String, REASON) reason: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<JudgePayload> {
    return settle({ a: null, b: null }, async () => {
      const why = reason == null ? {} : { reason };
      await context.ledger.execute({ type: 'JudgeIdentity', a, b, judgement, ...why }, authorOf(context));
      return { a: shown(a, context), b: shown(b, context) };
    });
  }
}

const shown = (id: string, context: RequestContext): EntityType => entityById(id, readingFor(context));
