// What name search finds.
import { Float, Int, ObjectType } from 'type-graphql';
import type { NameHit } from '../../graph/names/name-index.js';
import type { MatchReason } from '../../graph/names/name-match.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { soon, type Soon } from '../../graph/work/soon.js';
import type { Work } from '../../graph/work/work.js';
import { PageInfoType } from '../words/connection.js';
import { enumeration } from '../words/enumeration.js';
import { ListSize } from '../words/list-size.js';
import { ListPage, type Listing, type PageRequest, type PageRow } from '../words/page.js';
import { Shown } from '../words/shown.js';
import { entityById, EntityType } from './entity.js';

export const MatchReasonEnum = enumeration<MatchReason>(
  'MatchReason',
  'Why a name was found, from the closest to the farthest; where parts of the text were found in several ways, the farthest of them.',
  {
    EXACT: 'It is the same, letter by letter.',
    FOLDED: 'It is the same but for case, accents and other marks, apostrophes, hyphens and blanks.',
    WORD_ORDER: 'It has the same words in another order.',
    WORDS: 'It has all words asked for, and others.',
    ROMANISATION: 'It is another way to write what sounds the same, in the same or in another script.',
    PREFIX: 'It has words that begin so.',
    INFIX: 'It has, in Korean, Chinese or Japanese script, a word with this in it.',
    TYPING_ERROR: 'It has words that differ in a letter or two.',
    PARTIAL: 'It has at least half of what was asked for, and lacks the rest.',
  },
);

@ObjectType('SearchEdge', { description: 'An entity that was found.' })
export class SearchEdgeType {
  constructor(
    private readonly row: PageRow<NameHit>,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'The entity.')
  get node(): EntityType {
    return entityById(this.row.node.entity, this.viewed);
  }

  @Shown(() => String, 'The spelling that matched.')
  get matchedName(): string {
    return this.row.node.name;
  }

  @Shown(() => MatchReasonEnum, 'Why that spelling matched.')
  get matchedBy(): MatchReason {
    return this.row.node.matchedBy;
  }

  @Shown(
    () => Float,
    'How well it matches, greater is better: 1 where it is the same (EXACT, FOLDED), else below.',
  )
  get score(): number {
    return this.row.node.score;
  }

  @Shown(() => String, 'The place of this row, for `after`.')
  get cursor(): string {
    return this.row.cursor;
  }
}

@ObjectType('SearchConnection', { description: 'A page of what a search found, best first.' })
export class SearchConnectionType {
  private readonly page: ListPage<NameHit>;

  constructor(
    listing: Listing<NameHit>,
    request: PageRequest,
    private readonly viewed: ViewedGraph,
    work: Work,
  ) {
    this.page = new ListPage(listing, request, work);
  }

  @ListSize(({ first }) => first)
  @Shown(() => [SearchEdgeType], 'The rows of this page, with the spelling that matched.')
  get edges(): Soon<readonly SearchEdgeType[]> {
    return soon(this.page.rows, rows => rows.map(row => new SearchEdgeType(row, this.viewed)));
  }

  @ListSize(({ first }) => first)
  @Shown(() => [EntityType], 'The entities of this page.')
  get nodes(): Soon<readonly EntityType[]> {
    return soon(this.page.rows, rows => rows.map(row => entityById(row.node.entity, this.viewed)));
  }

  @Shown(() => PageInfoType, 'Where this page stands in the list.')
  get pageInfo(): PageInfoType {
    return new PageInfoType(this.page);
  }

  @Shown(() => Int, 'How many were found on all pages; 1,000 at most.')
  get totalCount(): Soon<number> {
    return this.page.count();
  }
}
