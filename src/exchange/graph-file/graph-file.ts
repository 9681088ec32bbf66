// What GraphML and GEXF have in common: nodes, edges and their attributes, and what was left out.
import type { ImportInput, ItemPlace } from '../import/importer.js';

/** An attribute of a node or an edge, by the name that people gave it. */
export interface FileValue {
  readonly name: string;
  readonly text: string;
  /** When it holds, if the file says so. */
  readonly when?: FileTime;
}

/** As it is written: dates, or numbers of nobody knows what. */
export interface FileTime {
  readonly start?: string;
  readonly end?: string;
  /** The file says that its times are mere numbers. */
  readonly isNumber?: boolean;
}

interface FileThing {
  readonly place: ItemPlace;
  readonly id?: string;
  readonly label?: string;
  readonly values: readonly FileValue[];
  readonly times: readonly FileTime[];
  /** Names of what it holds besides. */
  readonly lost: readonly string[];
}

export interface FileNode extends FileThing {
  readonly is: 'NODE';
}

export interface FileEdge extends FileThing {
  readonly is: 'EDGE';
  readonly source?: string;
  readonly target?: string;
  readonly isDirected: boolean;
}

export type FilePart =
  | FileNode
  | FileEdge
  | { readonly is: 'TITLE'; readonly text: string }
  /** A part of the file as such that is not kept. */
  | { readonly is: 'LOST'; readonly what: string }
  | { readonly is: 'SKIPPED'; readonly place: ItemPlace; readonly what: string };

/** Reads one file of a format, as often as it is asked to: once it was read, all keys are known, wherever they stand. */
export interface GraphFile {
  parts(): AsyncIterable<FilePart>;
}

export type OpenGraphFile = (input: ImportInput) => GraphFile;

/** The text of the first attribute of these names, whatever their case. */
export function valueOf(
  { values }: Pick<FileThing, 'values'>,
  ...names: readonly string[]
): string | undefined {
  for (const name of names) {
    const found = values.find(value => value.name.toLowerCase() === name && value.text.trim() !== '');
    if (found) return found.text.trim();
  }
  return undefined;
}
