// Who is who: judgements on two entities, as they stand in a view.
import { ObjectType } from 'type-graphql';
import type { IdentityJudgement } from '../../domain/command.js';
import type { Recorded } from '../../domain/event.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { PairJudgement } from '../../graph/identity/identity-classes.js';
import { IdentityJudgementEnum } from '../words/enums.js';
import { FEW, ShownList, workedOutList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { entityById, EntityType } from './entity.js';
import { RecordedType } from './node.js';

@ObjectType('EntityJudgement', {
  description: 'A judgement on whether two entities are one: the last on these two in the view.',
})
export class EntityJudgementType {
  constructor(
    private readonly pair: PairJudgement,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'One entity.')
  get a(): EntityType {
    return entityById(this.pair.a, this.viewed);
  }

  @Shown(() => EntityType, 'The other.')
  get b(): EntityType {
    return entityById(this.pair.b, this.viewed);
  }

  @Shown(() => IdentityJudgementEnum, 'Whether they are one.')
  get judgement(): IdentityJudgement {
    return this.pair.judgement;
  }

  @ShownOrNull(() => String, 'Why; null where nobody said.')
  get reason(): string | null {
    return this.pair.reason ?? null;
  }

  @ShownList(
    () => EntityType,
    'From the one to the other over the fewest judgements that join them, both included; empty where they are not joined. Where they are judged DIFFERENT and are joined all the same, one of these judgements is at odds with this one.',
    FEW,
  )
  get joinedThrough(): LongList<EntityType> {
    const { a, b } = this.pair;
    return workedOutList(
      () => this.viewed.lens.identities.workOutWay(a, b),
      id => entityById(id, this.viewed),
    );
  }

  @Shown(() => RecordedType, 'When and by whom it was judged.')
  get recorded(): Recorded {
    return this.pair.recorded;
  }
}
