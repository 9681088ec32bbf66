// How the claims of a whole list fall into groups: by predicate, by status, and by independence.
import { Int, ObjectType } from 'type-graphql';
import type { ClaimStatus, Independence } from '../../domain/view.js';
import { ClaimStatusEnum, IndependenceEnum } from '../words/enums.js';
import { Shown } from '../words/shown.js';
import { PredicateType } from './predicate.js';

@ObjectType('PredicateCount', { description: 'How many claims of a list have a predicate.' })
export class PredicateCountType {
  @Shown(() => PredicateType, 'The predicate.')
  readonly predicate!: PredicateType;

  @Shown(() => Int, 'How many; at least 1.')
  readonly count!: number;
}

@ObjectType('StatusCount', { description: 'How many claims of a list have a status.' })
export class StatusCountType {
  @Shown(() => ClaimStatusEnum, 'The status.')
  readonly status!: ClaimStatus;

  @Shown(() => Int, 'How many; at least 1.')
  readonly count!: number;
}

@ObjectType('IndependenceCount', {
  description: 'How many claims of a list have support of an independence.',
})
export class IndependenceCountType {
  @Shown(() => IndependenceEnum, 'The independence of their support.')
  readonly independence!: Independence;

  @Shown(() => Int, 'How many; at least 1.')
  readonly count!: number;
}
