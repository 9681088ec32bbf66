// One page of a list: walks the list's rows no further than the page needs.
import { ArgsType, Field, Int } from 'type-graphql';
import type { Json } from '../domain/ids.js';
import { InvalidInput } from '../domain/refusal.js';
import { comparePlaces, queryFingerprint, readCursor, writeCursor, type Place } from './cursor.js';

const MOST_ROWS = 100;

/** Which page is asked for. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
}

@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: 'Rows on the page, from 0 to 100; 20 unless given.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the row before the page; from the beginning unless given.',
  })
  after?: string | null;
}

export interface Row<Node> {
  readonly place: Place;
  readonly node: Node;
}

/** A list that can be asked for page by page. */
export interface Listing<Node> {
  /** The field, its parent and all arguments but the page: what tells this list from others. */
  readonly query: Json;
  /** In the order of their places; walked as far as needed, each time anew. */
  readonly rows: () => Iterable<Row<Node>>;
  /** How many there are, or how to find out, where that is not by walking the rows. */
  readonly total?: number | (() => Promise<number>);
}

/** Its cursor is made when it is asked for: most lists are read without. */
export class PageRow<Node> implements Row<Node> {
  constructor(
    readonly place: Place,
    readonly node: Node,
    private readonly fingerprint: () => string,
  ) {}

  get cursor(): string {
    return writeCursor(this.fingerprint(), this.place);
  }
}

/** @throws InvalidInput unless it is a whole number from 0 to 100. */
export function readFirst(first: number | null | undefined, otherwise: number): number {
  const wanted = first ?? otherwise;
  if (Number.isInteger(wanted) && wanted >= 0 && wanted <= MOST_ROWS) return wanted;
  throw new InvalidInput(`\`first\` is ${wanted}: give a whole number from 0 to ${MOST_ROWS}.`, {
    field: ['first'],
  });
}

export class Page<Node> {
  private readonly first: number;
  private readonly after: Place | null;
  private fingerprint: string | null = null;
  private found: { rows: readonly PageRow<Node>[]; more: boolean } | null = null;

  /** @throws InvalidInput for a page that cannot be given. */
  constructor(
    private readonly listing: Listing<Node>,
    request: PageRequest,
  ) {
    this.first = readFirst(request.first, 20);
    this.after = request.after == null ? null : readCursor(request.after, this.fingerprintOf());
  }

  get rows(): readonly PageRow<Node>[] {
    return this.walk().rows;
  }

  get hasNext(): boolean {
    return this.walk().more;
  }

  /** The row that `after` names comes before. */
  get hasPrevious(): boolean {
    return this.after !== null;
  }

  /** Walks the whole list, unless it knows better. */
  count(): number | Promise<number> {
    const { total } = this.listing;
    if (total !== undefined) return typeof total === 'function' ? total() : total;
    let count = 0;
    for (const _ of this.listing.rows()) count += 1;
    return count;
  }

  private walk(): NonNullable<typeof this.found> {
    if (this.found) return this.found;
    const rows: PageRow<Node>[] = [];
    const fingerprint = (): string => this.fingerprintOf();
    let more = false;
    for (const row of this.listing.rows()) {
      if (this.after && comparePlaces(row.place, this.after) <= 0) continue;
      // One row beyond the page says whether there is another page.
      more = rows.length === this.first;
      if (more) break;
      rows.push(new PageRow(row.place, row.node, fingerprint));
    }
    return (this.found = { rows, more });
  }

  private fingerprintOf(): string {
    return (this.fingerprint ??= queryFingerprint(this.listing.query));
  }
}
