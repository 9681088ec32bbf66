// The port of importing: a format turns files into items, one after another, and knows nothing of the journal.
// A further format is a file that makes an `Importer`, and a line in `cli/import-formats.ts`; reading bytes as text or lines,
// ids for entities and all that comes after (batches, counts, progress) are shared: `import-bytes`, `text-lines`, `entity-key`, `run-import`.
import type { Command } from '../../domain/command.js';
import type { Entity } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';

/** A file, or what came on standard input. */
export interface ImportInput {
  /** As it is shown to people. */
  readonly name: string;
  /** Its bytes, not compressed, from the beginning each time: a format may read them more than once, and so does a run. */
  open(): AsyncIterable<Uint8Array>;
}

/** Lines and columns from 1. */
export interface ItemPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * One record of a file: it is taken as a whole or refused as a whole. Its commands come in an order in which they can be carried
 * out, with ids made from content, so that importing the same again adds nothing.
 */
export type ImportedItem =
  | {
      readonly place: ItemPlace;
      readonly commands: readonly Command[];
      /** Names of what the record holds and the graph will not, such as `column "page"`. */
      readonly lost?: readonly string[];
    }
  /** The record is bad, alone: what was found, what was expected, what to do. */
  | { readonly place: ItemPlace; readonly problem: string }
  /** The record is not meant for the graph, for this reason: few different ones, since they are counted. */
  | { readonly place: ItemPlace; readonly skipped: string };

/** Looks up an entity that the graph had before the file, or has by now. */
export type FindEntity = (id: EntityId) => Entity | undefined;

export interface Importer {
  /** The format, as it is named on the command line. */
  readonly name: string;
  /**
   * Reads with bounded memory, whatever the file's size. The number of items does not depend on `find`.
   * @throws InvalidInput, at any point, where the file is bad as a whole: nothing of the run is written then.
   */
  read(input: ImportInput, find?: FindEntity): AsyncIterable<ImportedItem>;
  /**
   * As many things as `read` gives items, with the same refusals of a file that is bad as a whole, for formats that can tell
   * without making commands.
   */
  count?(input: ImportInput): AsyncIterable<unknown>;
}
