// The arguments of the journal: which page, and of which entries.
import { ArgsType, Field, Int } from 'type-graphql';
import type { EventType, Way } from '../../domain/event.js';
import { EventTypeEnum, JournalOrderEnum, WayEnum, type JournalOrder } from '../words/enums.js';
import { given } from '../words/without-nulls.js';
import type { JournalFilter } from './journal-filter.js';
import type { PageRequest } from '../words/page.js';
import { DateTimeScalar } from '../words/scalars.js';

@ArgsType()
export class JournalArgs implements PageRequest {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 50,
    description: 'Entries on the page, from 0 to 100; 50 unless given.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the entry before the page; from the beginning unless given.',
  })
  after?: string | null;

  @Field(() => JournalOrderEnum, { nullable: true, description: 'Their order; RECORDED unless given.' })
  orderBy?: JournalOrder | null;

  @Field(() => String, { nullable: true, description: 'Only what was recorded in this very name.' })
  by?: string | null;

  @Field(() => WayEnum, { nullable: true, description: 'Only what came by this way.' })
  way?: Way | null;

  @Field(() => [EventTypeEnum], {
    nullable: true,
    description: 'Only entries of these types; none if empty.',
  })
  types?: EventType[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was recorded then or later.' })
  since?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was recorded before then.' })
  until?: string | null;
}

/** The filter, with its times in the form of recorded ones. */
export function journalFilter({ by, way, types, since, until }: JournalArgs): JournalFilter {
  const inUtc = (time: string | null | undefined) => (time == null ? null : new Date(time).toISOString());
  const asked = { by, way, types: types && [...types].sort(), since: inUtc(since), until: inUtc(until) };
  // Nulls end here.
  return given(asked) as JournalFilter;
}
