// Pairs that may be one, with what speaks for it and against.
import { Float, Int, ObjectType } from 'type-graphql';
import type { CandidatesFound, IdentityCandidate } from '../../evidence/identity/identity-candidates.js';
import type { IdentityReason, IdentityReasonKind } from '../../evidence/identity/identity-reasons.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { soon, type Soon } from '../../graph/work/soon.js';
import type { Work } from '../../graph/work/work.js';
import { PageInfoType } from '../words/connection.js';
import { enumeration } from '../words/enumeration.js';
import { ListSize } from '../words/list-size.js';
import { FEW, longList, ShownList, type LongList } from '../words/long-list.js';
import { ListPage, type Listing, type PageRequest, type PageRow } from '../words/page.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { entityById, EntityType } from './entity.js';
import { EntityJudgementType } from './identity.js';

export const IdentityReasonEnum = enumeration<IdentityReasonKind>(
  'IdentityReasonKind',
  'What speaks for two entities being one, or against it.',
  {
    SAME_NAME: 'They share a name, but for case, marks, hyphens and blanks.',
    SAME_WORDS: 'They share the words of a name, in another order.',
    SAME_SOUND: 'Names of theirs are ways to write what sounds the same.',
    SAME_PAGE: 'They have the same page in `sameAs`.',
    SAME_IDENTIFIER: 'They have the same identifier of the same scheme, or the same item of Wikidata.',
    SAME_DATE: 'A date of which each has one, such as birth, is or may be the same, to the year at least.',
    SAME_OFFICE:
      'They are said to hold the same office, or to belong to the same body, at a time they share.',
    DIFFERENT_KIND: 'Against: they are of different kinds.',
    DIFFERENT_IDENTIFIER: 'Against: they have different identifiers of the same scheme.',
    DIFFERENT_DATE: 'Against: a date of which each has one, such as birth, cannot be the same.',
  },
);

@ObjectType('IdentityReason', {
  description: 'One thing that speaks for two entities being one, or against.',
})
export class IdentityReasonType {
  constructor(private readonly reason: IdentityReason) {}

  @Shown(() => IdentityReasonEnum, 'What sort of thing.')
  get kind(): IdentityReasonKind {
    return this.reason.kind;
  }

  @Shown(() => String, 'In plain words.')
  get explained(): string {
    return this.reason.explained;
  }
}

@ObjectType('IdentityCandidate', {
  description: 'Two entities that may be one. Nothing is joined until somebody judges so.',
})
export class IdentityCandidateType {
  constructor(
    readonly found: IdentityCandidate,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'One entity, the older of the two; it stands for all that are judged one with it.')
  get a(): EntityType {
    return entityById(this.found.a, this.viewed);
  }

  @Shown(() => EntityType, 'The other.')
  get b(): EntityType {
    return entityById(this.found.b, this.viewed);
  }

  @Shown(
    () => Float,
    'From 0 to 1, greater is likelier; a help to sort by, no probability. A name alone makes at most 0.6; where anything speaks against it, the score is at most 0.2.',
  )
  get score(): number {
    return this.found.score;
  }

  @ShownList(() => IdentityReasonType, 'What speaks for it; never empty.', FEW)
  get reasons(): LongList<IdentityReasonType> {
    return longList(this.found.reasons, reason => new IdentityReasonType(reason));
  }

  @ShownList(() => IdentityReasonType, 'What speaks against it.', FEW)
  get against(): LongList<IdentityReasonType> {
    return longList(this.found.against, reason => new IdentityReasonType(reason));
  }
}

@ObjectType('IdentityCandidateEdge', { description: 'A row of a list of candidates.' })
export class IdentityCandidateEdgeType {
  constructor(private readonly row: PageRow<IdentityCandidateType>) {}

  @Shown(() => IdentityCandidateType, 'The pair.')
  get node(): IdentityCandidateType {
    return this.row.node;
  }

  @Shown(() => String, 'The place of this row, for `after`.')
  get cursor(): string {
    return this.row.cursor;
  }
}

@ObjectType('IdentityCandidateConnection', {
  description: 'A page of pairs that may be one, likeliest first.',
})
export class IdentityCandidateConnectionType {
  private readonly page: ListPage<IdentityCandidateType>;

  constructor(
    listing: Listing<IdentityCandidateType>,
    request: PageRequest,
    private readonly found: CandidatesFound,
    private readonly viewed: ViewedGraph,
    work: Work,
  ) {
    this.page = new ListPage(listing, request, work);
  }

  @ListSize(({ first }) => first)
  @Shown(() => [IdentityCandidateEdgeType], 'The rows of this page, with their cursors.')
  get edges(): Soon<readonly IdentityCandidateEdgeType[]> {
    return soon(this.page.rows, rows => rows.map(row => new IdentityCandidateEdgeType(row)));
  }

  @ListSize(({ first }) => first)
  @Shown(() => [IdentityCandidateType], 'The pairs of this page, without cursors.')
  get nodes(): Soon<readonly IdentityCandidateType[]> {
    return soon(this.page.rows, rows => rows.map(row => row.node));
  }

  @Shown(() => PageInfoType, 'Where this page stands in the list.')
  get pageInfo(): PageInfoType {
    return new PageInfoType(this.page);
  }

  @Shown(() => Int, 'How many there are on all pages.')
  get totalCount(): number {
    return this.found.candidates.length;
  }

  @Shown(() => Boolean, 'Whether anything was left out.')
  get truncated(): boolean {
    return this.found.reason !== null;
  }

  @ShownOrNull(() => String, 'Why, and what to do; null where nothing was left out.')
  get reason(): string | null {
    return this.found.reason;
  }

  @ShownList(
    () => EntityJudgementType,
    'Judgements at odds: two that are judged DIFFERENT and are joined all the same, through others. `joinedThrough` says which.',
  )
  get conflicts(): LongList<EntityJudgementType> {
    return longList(this.found.conflicts, pair => new EntityJudgementType(pair, this.viewed));
  }
}
