// The journal itself, and counts.
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { JournalArgs, journalFilter } from '../inputs/journal-args.js';
import { readJournalPage } from '../journal-page.js';
import { JournalConnection, StatsType, type JournalEntryType } from '../types/journal-entry.js';

@Resolver()
export class JournalQueries {
  @Query(() => JournalConnection, {
    description: 'All that was ever accepted here, oldest first: who recorded what, when, and by which way.',
  })
  async journal(
    @Args(() => JournalArgs) args: JournalArgs,
    @Ctx() { ledger, clock }: RequestContext,
  ): Promise<Connection<JournalEntryType>> {
    const { first, after } = args;
    const rest = () => clock?.check();
    return readJournalPage(ledger, {
      first: first ?? null,
      after: after ?? null,
      filter: journalFilter(args),
      rest,
    });
  }

  @Query(() => StatsType, { description: 'How many there are of each, and over what time.' })
  stats(@Ctx() { ledger }: RequestContext): StatsType {
    return new StatsType(ledger.graph);
  }
}
