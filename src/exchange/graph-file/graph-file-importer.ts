// GraphML and GEXF in: nodes become entities, and edges claims. Nodes come first, since an edge may stand before its ends.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ImportedItem, Importer, ItemPlace } from '../import/importer.js';
import { RecordDraft, type Says } from '../import/record-draft.js';
import { edgeClaims } from './edge-claims.js';
import { fileTitle } from './file-title.js';
import type { FileNode, FilePart, OpenGraphFile } from './graph-file.js';
import { GraphNodes } from './graph-nodes.js';
import { addNode } from './node-entity.js';
import { ownEdge, ownValues, type OwnClaim } from './own-claim.js';
import { PredicateWords } from './predicate-words.js';

/** Reads a file three times: for what its keys mean, for its nodes, and for what is claimed. Held in memory are the nodes' ids. */
export const graphFileImporter = (
  name: 'graphml' | 'gexf',
  open: OpenGraphFile,
  vocabulary: Vocabulary,
): Importer => ({
  name,
  async *read(input) {
    const file = open(input);
    const run = new GraphFileRun(vocabulary, new GraphNodes(name, fileTitle(input.name)));
    for await (const part of file.parts()) run.look(part);
    for await (const part of file.parts()) yield* run.nodes(part);
    for await (const part of file.parts()) yield* run.claims(part);
  },
});

const MOST_LOST = 100;

class GraphFileRun {
  private title: string;
  private lost = new Set<string>();
  private readonly words: PredicateWords;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly known: GraphNodes,
  ) {
    this.title = known.file;
    this.words = new PredicateWords(vocabulary);
  }

  look(part: FilePart): void {
    if (part.is === 'TITLE') this.title = part.text.slice(0, 500);
    if (part.is === 'LOST' && this.lost.size < MOST_LOST) this.lost.add(part.what);
  }

  *nodes(part: FilePart): Iterable<ImportedItem> {
    if (part.is === 'SKIPPED') yield { place: part.place, skipped: part.what };
    if (part.is === 'NODE') {
      yield this.item(part.place, draft => addNode(part, this.known, this.says(), draft));
    }
  }

  *claims(part: FilePart): Iterable<ImportedItem> {
    if (part.is === 'NODE') {
      for (const value of this.valuesOf(part)) yield this.own(part.place, value);
    } else if (part.is === 'EDGE') {
      const own = ownEdge(part, this.known);
      yield own
        ? this.own(part.place, own)
        : this.item(part.place, draft => edgeClaims(part, this.known, this.words, this.says(), draft));
    }
  }

  private valuesOf(node: FileNode): readonly OwnClaim[] {
    try {
      return ownValues(node);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const { message } = error;
      const make = (): never => {
        throw new InvalidInput(message);
      };
      return [{ isGone: false, make }];
    }
  }

  private own(place: ItemPlace, claim: OwnClaim): ImportedItem {
    if (claim.isGone) return { place, skipped: 'claims that were withdrawn or superseded' };
    return this.item(place, draft => claim.make(this.says(), draft));
  }

  /** The file alone, and nobody noted on whose word. */
  private says(): Says {
    return { source: { new: { kind: 'DATASET', title: this.title } } };
  }

  private item(place: ItemPlace, make: (draft: RecordDraft) => void): ImportedItem {
    const draft = new RecordDraft(this.vocabulary);
    for (const what of this.lost) draft.lose(what);
    try {
      make(draft);
      this.lost = new Set();
      return { place, commands: draft.commands, lost: draft.lost };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { place, problem: error.message };
    }
  }
}
