// What the text of a source names and may say. It offers and records nothing; kept while the journal stands still.
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/refusal.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import {
  lookThrough,
  MOST_CANDIDATES,
  MOST_MENTIONS,
  type TextLookedThrough,
} from '../../evidence/texts/text-candidates.js';
import { SharedWork } from '../../graph/work/shared-work.js';
import type { SourceRecord } from '../../graph/records/records.js';
import { missing } from '../../journal/decide/lookups.js';
import type { Connection } from '../words/connection.js';
import { BeyondJournal } from '../words/beyond-journal.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { textFor } from '../operation/kept-texts.js';
import { PageArgs } from '../words/page.js';
import { CandidateConnection, CandidateType, MentionConnection, MentionType } from '../types/text-mention.js';

/** The search through a text, shared by all requests for it: a long one that timed out continues with the next request. */
interface Look {
  readonly work: SharedWork<TextLookedThrough>;
  found: TextLookedThrough | null;
}

// Gone with the reading, which the ledger keeps while the journal stands still.
const looks = new WeakMap<ViewedGraph, Map<string, Look>>();
const MOST_KEPT = 4;

const SOURCE = { description: 'Id of a source whose text is here; an unknown one is refused.' };

@Resolver()
export class TextQueries {
  @BeyondJournal()
  @Query(() => MentionConnection, {
    description: `Known names in the newest text of a source, in the order of the text; at most ${MOST_MENTIONS}. Whole words in all spellings and scripts, folded as in search, the longest name first.`,
  })
  async mentions(
    @Arg('source', () => ID, SOURCE) source: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<MentionType>> {
    const { found, viewed } = await look(source, context);
    const rows = found.mentions.map((one, place) => ({
      sortKey: [place],
      node: new MentionType(one, viewed),
    }));
    return new MentionConnection(
      { query: { of: 'mentions', source }, rows: () => rows, total: rows.length },
      page,
      workOf(context),
    );
  }

  @BeyondJournal()
  @Query(() => CandidateConnection, {
    description: `Known claims that the newest text of a source may say: those both of whose ends it names in one paragraph, in the order of the text; at most ${MOST_CANDIDATES}. What the source says or denies already is left out. Records nothing.`,
  })
  async candidates(
    @Arg('source', () => ID, SOURCE) source: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CandidateType>> {
    const { found, viewed, record } = await look(source, context);
    const rows = found.candidates.map((one, place) => ({
      sortKey: [place],
      node: new CandidateType(one, record.source, viewed),
    }));
    return new CandidateConnection(
      { query: { of: 'candidates', source }, rows: () => rows, total: rows.length },
      page,
      workOf(context),
    );
  }
}

interface Looked {
  readonly found: TextLookedThrough;
  readonly viewed: ViewedGraph;
  readonly record: SourceRecord;
}

async function look(source: string, context: RequestContext): Promise<Looked> {
  const work = workOf(context);
  // Before the reading, which shows the graph as it stands then.
  await work.run(context.ledger.graph.names.indexing());
  const viewed = readingFor(context);
  const record =
    viewed.graph.findSource(source) ?? missing('source', source, ['source'], 'look it up with `sources`');
  const text = await textFor(context, record.source, viewed);
  if (!text) {
    const advice = 'keep it with `hearsay import --format article`, or give its folder with --texts';
    throw new InvalidInput(`There is no text of source "${source.slice(0, 100)}" here: ${advice}.`, {
      field: ['source'],
    });
  }
  const { id } = record.source;
  const begin = (): Look => ({
    work: new SharedWork(() => lookThrough(viewed, id, text.text)),
    found: null,
  });
  // A file of `--texts` may change at any time.
  const looking = text.version === null ? begin() : kept(viewed, `${id} ${text.version.sha256}`, begin);
  const found = (looking.found ??= await work.run(looking.work.go()));
  return { found, viewed, record };
}

function kept(viewed: ViewedGraph, key: string, begin: () => Look): Look {
  const ofReading = looks.get(viewed) ?? new Map<string, Look>();
  looks.set(viewed, ofReading);
  const look = ofReading.get(key) ?? begin();
  const [oldest] = ofReading.keys();
  if (ofReading.size >= MOST_KEPT && oldest !== undefined) ofReading.delete(oldest);
  ofReading.set(key, look);
  return look;
}
