// Finds the predicate that a word of a graph file means: an id, a label, or a label read from the object's side.
import type { EntityKind } from '../../domain/entity.js';
import type { Predicate, Vocabulary } from '../../domain/vocabulary.js';

interface Meaning {
  readonly predicate: Predicate;
  /** The word reads from the object's side. */
  readonly isTurned: boolean;
}

/** Case, hyphens and underscores make no difference. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

export class PredicateWords {
  private readonly meanings = new Map<string, Meaning[]>();

  constructor(vocabulary: Vocabulary) {
    for (const predicate of vocabulary.predicates) {
      const { id, label, inverseLabel } = predicate;
      for (const word of new Set([plain(id), plain(label)])) this.add(word, { predicate, isTurned: false });
      if (inverseLabel !== undefined) this.add(plain(inverseLabel), { predicate, isTurned: true });
    }
  }

  /** The first that can join the two ends of an edge. */
  find(word: string, source: EntityKind, target: EntityKind): Meaning | undefined {
    return this.meanings.get(plain(word))?.find(({ predicate, isTurned }) => {
      const [subject, object] = isTurned ? [target, source] : [source, target];
      return predicate.subjectKinds.includes(subject) && predicate.objectKinds.includes(object);
    });
  }

  private add(word: string, meaning: Meaning): void {
    const meanings = this.meanings.get(word);
    if (meanings) meanings.push(meaning);
    else this.meanings.set(word, [meaning]);
  }
}
