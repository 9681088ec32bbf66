// Runs an export: counts what goes out and what the format cannot hold while a format writes.
import type { ReasonCount } from '../import/import-report.js';
import type { ExportWorld } from './export-world.js';
import type { ExportPart, Exporter } from './exporter.js';

export interface ExportReport {
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
  /** What the graph holds and the files do not. */
  readonly lost: readonly ReasonCount[];
  /** Place in the journal of the last event that went in. */
  readonly seq: number;
}

/** Takes the text of one part, in pieces. */
export type Store = (part: ExportPart, text: AsyncIterable<string>) => Promise<void>;

/** Hands each part of an export to `store`, one after the other. */
export async function runExport(world: ExportWorld, exporter: Exporter, store: Store): Promise<ExportReport> {
  const lost = new Map<string, number>();
  for (const part of exporter.parts) {
    const text = part.write(world, what => void lost.set(what, (lost.get(what) ?? 0) + 1));
    await store(part, inLargerPieces(text));
  }
  return {
    ...countsOf(world),
    lost: [...lost].map(([what, count]) => ({ what, count })),
    seq: world.asOf.seq,
  };
}

const PIECE = 65_536;

/** Formats write line by line; a disk is faster with more at once. */
async function* inLargerPieces(text: Iterable<string> | AsyncIterable<string>): AsyncIterable<string> {
  let held = '';
  for await (const piece of text) {
    held += piece;
    if (held.length < PIECE) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

function countsOf(
  world: ExportWorld,
): Pick<ExportReport, 'entities' | 'claims' | 'sources' | 'attestations'> {
  let [claims, attestations] = [0, 0];
  for (const claim of world.claims()) {
    claims += 1;
    attestations += world.attestationsOf(claim).length;
  }
  return { entities: count(world.entities()), claims, sources: count(world.sources()), attestations };
}

function count(things: Iterable<unknown>): number {
  let number = 0;
  for (const _ of things) number += 1;
  return number;
}
