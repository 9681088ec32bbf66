// One page of a list: reads the rows no further than the page needs.
import { ArgsType, Field, Int } from 'type-graphql';
import type { Json } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Resumable } from '../../graph/work/resumable.js';
import { soon, type Soon } from '../../graph/work/soon.js';
import { STEPS_BETWEEN_LOOKS, type Work } from '../../graph/work/work.js';
import { compareSortKeys, queryFingerprint, readCursor, writeCursor, type SortKey } from './cursor.js';

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

export interface ListRow<Node> {
  readonly sortKey: SortKey;
  readonly node: Node;
}

/** What is needed of a list for one page of it. */
export interface Wanted {
  /** The place of the row before the page; null from the beginning. */
  readonly after: SortKey | null;
  /** So many rows, and no more. */
  readonly most: number;
}

/** Rows as they are found, and between them the steps that looking for them took. */
export type Rows<Node> = Iterable<ListRow<Node> | number>;

/** A list that can be asked for page by page. */
export interface Listing<Node> {
  /** What identifies the list: the field, its parent and all arguments but the page. */
  readonly query: Json;
  /** In the order of their places; walked as far as needed, each time anew. May leave out what is not wanted. */
  readonly rows: (wanted: Wanted) => Rows<Node>;
  /** How many there are, or how to find out, where that is not by walking the rows. */
  readonly total?: number | (() => Soon<number>);
}

/** Its cursor is made when it is asked for: most lists are read without. */
export class PageRow<Node> implements ListRow<Node> {
  constructor(
    readonly sortKey: SortKey,
    readonly node: Node,
    private readonly fingerprint: () => string,
  ) {}

  get cursor(): string {
    return writeCursor(this.fingerprint(), this.sortKey);
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

interface Found<Node> {
  readonly rows: readonly PageRow<Node>[];
  readonly more: boolean;
}

export class ListPage<Node> {
  private readonly first: number;
  private readonly after: SortKey | null;
  private fingerprint: string | null = null;
  private found: Soon<Found<Node>> | null = null;

  /**
   * @param work what walking it is part of.
   * @throws InvalidInput for a page that cannot be given.
   */
  constructor(
    private readonly listing: Listing<Node>,
    request: PageRequest,
    private readonly work: Work,
  ) {
    this.first = readFirst(request.first, 20);
    this.after = request.after == null ? null : readCursor(request.after, this.fingerprintOf());
  }

  get rows(): Soon<readonly PageRow<Node>[]> {
    return soon(this.walk(), ({ rows }) => rows);
  }

  get hasNext(): Soon<boolean> {
    return soon(this.walk(), ({ more }) => more);
  }

  /** The row that `after` names comes before. */
  get hasPrevious(): boolean {
    return this.after !== null;
  }

  /** Walks the whole list, unless it knows better. */
  count(): Soon<number> {
    const { total } = this.listing;
    if (total === undefined) return this.work.run(this.counted());
    return typeof total === 'function' ? total() : total;
  }

  private walk(): Soon<Found<Node>> {
    return (this.found ??= this.work.run(this.walked()));
  }

  private *walked(): Resumable<Found<Node>> {
    const rows: PageRow<Node>[] = [];
    const fingerprint = (): string => this.fingerprintOf();
    const { after, first } = this;
    let steps = 0;
    // One row beyond the page says whether there is another page.
    for (const row of this.listing.rows({ after, most: first + 1 })) {
      steps += typeof row === 'number' ? row : 1;
      if (steps >= STEPS_BETWEEN_LOOKS) {
        yield steps;
        steps = 0;
      }
      if (typeof row === 'number' || (after && compareSortKeys(row.sortKey, after) <= 0)) continue;
      if (rows.length === first) {
        yield steps;
        return { rows, more: true };
      }
      rows.push(new PageRow(row.sortKey, row.node, fingerprint));
    }
    yield steps;
    return { rows, more: false };
  }

  private *counted(): Resumable<number> {
    let [count, steps] = [0, 0];
    for (const row of this.listing.rows({ after: null, most: Infinity })) {
      if (typeof row !== 'number') count += 1;
      steps += typeof row === 'number' ? row : 1;
      if (steps < STEPS_BETWEEN_LOOKS) continue;
      yield steps;
      steps = 0;
    }
    yield steps;
    return count;
  }

  private fingerprintOf(): string {
    return (this.fingerprint ??= queryFingerprint(this.listing.query));
  }
}
