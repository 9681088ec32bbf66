// A spelling of an entity.
import { ObjectType } from 'type-graphql';
import type { NameKind } from '../../domain/entity.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { NameRecord } from '../../graph/records/records.js';
import { NameKindEnum } from '../words/enums.js';
import { Shown, ShownOrNull } from '../words/shown.js';

@ObjectType('Name', { description: 'A spelling of an entity.' })
export class NameType {
  constructor(
    readonly record: NameRecord,
    readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => String, 'The spelling itself.')
  get text(): string {
    return this.record.text;
  }

  @ShownOrNull(() => String, 'Its language, as a BCP 47 tag such as `ko`.')
  get language(): string | null {
    return this.record.language ?? null;
  }

  @ShownOrNull(() => String, 'Its script, as an ISO 15924 code such as `Hang`.')
  get script(): string | null {
    return this.record.script ?? null;
  }

  @Shown(() => NameKindEnum, 'What sort of spelling it is.')
  get kind(): NameKind {
    return this.record.kind;
  }
}
