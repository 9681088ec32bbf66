// What came of an import: counts of all that was read and of what was new, and the problems with their places, so many and no more.
import type { ImportNews } from './import-news.js';
import type { ItemPlace } from './importer.js';

export interface ImportProblem extends ItemPlace {
  readonly reason: string;
}

/** Something said of many records, and of how many. */
export interface ReasonCount {
  readonly what: string;
  readonly count: number;
}

export interface ImportReport {
  /** Records read; each is one of accepted, known, refused and skipped. */
  readonly read: number;
  /** Records of which at least a part was new. */
  readonly accepted: number;
  /** Records that were there already. */
  readonly known: number;
  readonly refused: number;
  readonly skipped: number;
  /** New ones, as all counts that follow. */
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
  readonly names: number;
  /** Why records were refused: the first hundred. */
  readonly problems: readonly ImportProblem[];
  /** How many more records were refused. */
  readonly furtherProblems: number;
  /** Why records were skipped. */
  readonly skips: readonly ReasonCount[];
  /** What records held and the graph does not. */
  readonly lost: readonly ReasonCount[];
}

const COUNTS_OF_NEWS = ['entities', 'claims', 'sources', 'attestations', 'names'] as const;
const PROBLEMS_KEPT = 100;
const TALLIES_KEPT = 200;
const LONGEST_REASON = 500;

/** Counts as an import goes on. */
export class ImportTally {
  private readonly counts = {
    read: 0,
    accepted: 0,
    known: 0,
    refused: 0,
    skipped: 0,
    entities: 0,
    claims: 0,
    sources: 0,
    attestations: 0,
    names: 0,
  };
  private readonly problems: ImportProblem[] = [];
  private readonly skips = new Map<string, number>();
  private readonly lost = new Map<string, number>();

  get read(): number {
    return this.counts.read;
  }

  /** A record went in, or was there already. */
  take(news: ImportNews, lost: readonly string[] = []): void {
    this.counts.read += 1;
    this.counts[news.isNew ? 'accepted' : 'known'] += 1;
    for (const what of COUNTS_OF_NEWS) this.counts[what] += news[what];
    for (const what of lost) count(this.lost, what);
    for (const part of news.unkept) count(this.lost, `another ${part} of an attestation that is known`);
  }

  refuse(place: ItemPlace, reason: string): void {
    this.counts.read += 1;
    this.counts.refused += 1;
    if (this.problems.length >= PROBLEMS_KEPT) return;
    this.problems.push({ ...place, reason: reason.slice(0, LONGEST_REASON) });
  }

  skip(reason: string): void {
    this.counts.read += 1;
    this.counts.skipped += 1;
    count(this.skips, reason);
  }

  report(): ImportReport {
    const { counts, problems, skips, lost } = this;
    return {
      ...counts,
      problems: [...problems],
      furtherProblems: counts.refused - problems.length,
      skips: talliesOf(skips),
      lost: talliesOf(lost),
    };
  }
}

/** Beyond so many different ones, the others are counted as one. */
function count(tallies: Map<string, number>, what: string): void {
  const key = tallies.has(what) || tallies.size < TALLIES_KEPT ? what : 'others';
  tallies.set(key, (tallies.get(key) ?? 0) + 1);
}

const talliesOf = (tallies: ReadonlyMap<string, number>): ReasonCount[] =>
  [...tallies].map(([what, count]) => ({ what, count }));
