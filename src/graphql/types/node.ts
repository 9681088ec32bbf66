// What has an id of its own, and when and by whom it was recorded.
import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Recorded, Way } from '../../domain/event.js';
import type { Withdrawal } from '../../graph/records/records.js';
import { DateTimeScalar } from '../words/scalars.js';
import { WayEnum } from '../words/enums.js';
import { Shown } from '../words/shown.js';

@InterfaceType('Node', { description: 'Anything with an id, to be looked up by `node`.' })
export abstract class NodeType {
  @Field(() => ID, { simple: true, description: 'Made from its content; its prefix tells what it names.' })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('Recorded', { description: 'When, by whom and by which way something was recorded here.' })
export class RecordedType implements Recorded {
  @Shown(() => Int, 'Place in the journal, from 1.')
  readonly seq!: number;

  @Shown(() => DateTimeScalar, 'When, in UTC.')
  readonly at!: string;

  @Shown(() => String, 'In whose name.')
  readonly by!: string;

  @Shown(() => WayEnum, 'By which way it came.')
  readonly way!: Way;
}

@ObjectType('Withdrawal', { description: 'That something was withdrawn. It stays on record.' })
export class WithdrawalType implements Withdrawal {
  @Shown(() => String, 'Why.')
  readonly reason!: string;

  @Shown(() => RecordedType, 'When and by whom.')
  readonly recorded!: Recorded;
}
