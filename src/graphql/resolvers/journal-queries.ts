// The journal itself, and counts.
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { readJournalPage } from '../journal-page.js';
import { JournalConnection, StatsType, type JournalEntryType } from '../types/journal-entry.js';

@Resolver()
export class JournalQueries {
  @Query(() => JournalConnection, { description: 'All that was ever accepted here, oldest first.' })
  async journal(
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor of the entry before the page; from the beginning unless given.',
    })
    after: string | null | undefined,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 50,
      description: 'Entries on the page, from 0 to 100; 50 unless given.',
    })
    first: number | null,
    @Ctx() { ledger }: RequestContext,
  ): Promise<Connection<JournalEntryType>> {
    return readJournalPage(ledger, { first, after: after ?? null });
  }

  @Query(() => StatsType, { description: 'How many there are of each.' })
  stats(@Ctx() { ledger }: RequestContext): StatsType {
    return new StatsType(ledger.graph.counts, ledger.graph.seq);
  }
}
