// Connections after the Relay cursor specification: one shape for all lists in pages.
import { Int, ObjectType } from 'type-graphql';
import { soon, type Soon } from '../../graph/work/soon.js';
import type { Work } from '../../graph/work/work.js';
import { ListSize } from './list-size.js';
import { ListPage, type Listing, type PageRequest, type PageRow } from './page.js';
import { Shown, ShownOrNull } from './shown.js';

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  constructor(private readonly page: ListPage<unknown>) {}

  @Shown(() => Boolean, 'Whether rows follow this page.')
  get hasNextPage(): Soon<boolean> {
    return this.page.hasNext;
  }

  @Shown(() => Boolean, 'Whether rows come before this page.')
  get hasPreviousPage(): boolean {
    return this.page.hasPrevious;
  }

  @ShownOrNull(() => String, 'The cursor of the first row; null on an empty page.')
  get startCursor(): Soon<string | null> {
    return soon(this.page.rows, rows => rows[0]?.cursor ?? null);
  }

  @ShownOrNull(() => String, 'The cursor of the last row, for `after`; null on an empty page.')
  get endCursor(): Soon<string | null> {
    return soon(this.page.rows, rows => rows.at(-1)?.cursor ?? null);
  }
}

/** What a connection's field returns. */
export interface Connection<Node> {
  readonly edges: Soon<readonly PageRow<Node>[]>;
  readonly nodes: Soon<readonly Node[]>;
  readonly pageInfo: PageInfoType;
  readonly totalCount: Soon<number>;
}

/** A connection class for a type of node. */
type ConnectionClass<Node, List extends Listing<Node>> = new (
  listing: List,
  request: PageRequest,
  work: Work,
) => Connection<Node> & { readonly listing: List };

/** Registers `<Name>Connection` and `<Name>Edge`. `many` names the nodes in descriptions. */
export function connectionOf<Node extends object, List extends Listing<Node> = Listing<Node>>(
  name: string,
  many: string,
  node: () => object,
): ConnectionClass<Node, List> {
  @ObjectType(`${name}Edge`, { description: `A row of a list of ${many}.` })
  class EdgeType {
    @Shown(node, 'What stands in this row.')
    readonly node!: Node;

    @Shown(() => String, 'The place of this row, for `after`.')
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${many}.` })
  class ConnectionType implements Connection<Node> {
    private readonly page: ListPage<Node>;

    constructor(
      readonly listing: List,
      request: PageRequest,
      work: Work,
    ) {
      this.page = new ListPage(listing, request, work);
    }

    @ListSize(({ first }) => first)
    @Shown(() => [EdgeType], 'The rows of this page, with their cursors.')
    get edges(): Soon<readonly PageRow<Node>[]> {
      return this.page.rows;
    }

    @ListSize(({ first }) => first)
    @Shown(() => [node()], `The ${many} of this page, without cursors.`)
    get nodes(): Soon<readonly Node[]> {
      return soon(this.page.rows, rows => rows.map(row => row.node));
    }

    @Shown(() => PageInfoType, 'Where this page stands in the list.')
    get pageInfo(): PageInfoType {
      return new PageInfoType(this.page);
    }

    @Shown(() => Int, 'How many there are on all pages. Walks the whole list.')
    get totalCount(): Soon<number> {
      return this.page.count();
    }
  }
  return ConnectionType;
}
