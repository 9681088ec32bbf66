// The journal itself, and counts.
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../words/connection.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { JournalArgs, journalFilter } from '../inputs/journal-args.js';
import { ViewInput } from '../inputs/view-input.js';
import { readJournalPage } from '../lists/journal-page.js';
import { JournalConnection, StatsType, type JournalEntryType } from '../types/journal-entry.js';

@Resolver()
export class JournalQueries {
  @Query(() => JournalConnection, {
    description:
      'All that was ever accepted here, oldest first unless asked otherwise: who recorded what, when, and by which way.',
  })
  async journal(
    @Arg('view', () => ViewInput, {
      nullable: true,
      description: 'The lens for the claims of the entries. It leaves out no entry.',
    })
    view: ViewInput | null | undefined,
    @Args(() => JournalArgs) args: JournalArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<JournalEntryType>> {
    const { ledger } = context;
    return readJournalPage(ledger, {
      first: args.first ?? null,
      after: args.after ?? null,
      filter: journalFilter(args),
      ...(args.orderBy ? { order: args.orderBy } : {}),
      reading: () => readingFor(context, view),
      work: workOf(context),
    });
  }

  @Query(() => StatsType, { description: 'How many there are of each, and over what time.' })
  stats(@Ctx() { ledger }: RequestContext): StatsType {
    return new StatsType(ledger.graph);
  }
}
