// The port of exporting: a format writes what a view shows of the graph as one file or several, and knows nothing of where they go.
// A further format is a file that makes an `Exporter`, and a line in `cli/export-formats.ts`.
import type { ExportWorld } from './export-world.js';

/** Notes something that the graph holds and the file will not, such as `polarity of an attestation`: few different ones, since they are counted. */
export type Lose = (what: string) => void;

/** One file of an export. */
export interface ExportPart {
  /** As the file is called by default, such as `claims.csv`. */
  readonly name: string;
  /** Its text in pieces: nothing is held that grows with the whole. */
  write(world: ExportWorld, lose: Lose): Iterable<string> | AsyncIterable<string>;
}

export interface Exporter {
  /** The format, as it is named on the command line. */
  readonly name: string;
  /** In the order they are written. */
  readonly parts: readonly ExportPart[];
}
