// Sources: one thing a party put out. What it says is added in `fields/`.
import { ObjectType } from 'type-graphql';
import type { Recorded } from '../../domain/event.js';
import type { SourceKind } from '../../domain/source.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { SourceRecord } from '../../graph/records/records.js';
import { SourceKindEnum } from '../words/enums.js';
import { EdtfScalar } from '../words/scalars.js';
import { longList, ShownList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { entityById, EntityType } from './entity.js';
import { NodeType, RecordedType } from './node.js';
import { SourceTextType } from './source-text.js';

@ObjectType('Source', {
  implements: NodeType,
  description: 'One thing a party put out: an article, a dispatch, a statement.',
})
export class SourceType extends NodeType {
  constructor(
    readonly record: SourceRecord,
    readonly viewed: ViewedGraph,
  ) {
    super(record.source.id);
  }

  @Shown(() => SourceKindEnum, 'What it is.')
  get kind(): SourceKind {
    return this.record.source.kind;
  }

  @ShownOrNull(() => String, 'Its title.')
  get title(): string | null {
    return this.record.source.title ?? null;
  }

  @ShownOrNull(() => String, 'Its http or https address.')
  get url(): string | null {
    return this.record.source.url ?? null;
  }

  @ShownOrNull(() => EdtfScalar, 'When it came out.')
  get publishedAt(): string | null {
    return this.record.source.publishedAt ?? null;
  }

  @ShownOrNull(() => EntityType, 'Who speaks or publishes; null where unnamed.')
  get party(): EntityType | null {
    const { party } = this.record.source;
    return party === undefined ? null : entityById(party, this.viewed);
  }

  @ShownOrNull(() => String, 'How an unnamed party was described.')
  get partyDescribedAs(): string | null {
    return this.record.source.partyDescribedAs ?? null;
  }

  @Shown(
    () => Boolean,
    'Someone here has the source itself; else it is known only through those who relay it.',
  )
  get held(): boolean {
    return this.viewed.lens.holds(this.record);
  }

  @ShownList(() => SourceTextType, 'Versions of its text that were kept by then, oldest first.')
  get texts(): LongList<SourceTextType> {
    const { graph, lens } = this.viewed;
    const known = graph.textsOf(this.id).filter(version => lens.knows(version));
    return longList(known, version => new SourceTextType(version));
  }

  @Shown(() => RecordedType, 'When and by whom it was recorded here.')
  get recorded(): Recorded {
    return this.record.recorded;
  }
}
