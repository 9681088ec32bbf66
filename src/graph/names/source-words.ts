// Finds sources by words of their description, and by any name of the party that speaks or publishes.
import type { EntityId } from '../../domain/ids.js';
import { foldName } from './name-folding.js';
import type { EntityRecord, SourceRecord } from '../records/records.js';

/** Folding takes longer than looking: each text is folded once, when it is first looked at. */
export class SourceWords {
  private readonly described = new Map<SourceRecord, string>();
  private readonly named = new Map<EntityId, { readonly count: number; readonly words: string }>();

  constructor(private readonly findEntity: (id: EntityId) => EntityRecord | null) {}

  /**
   * Whether all words of a text, or beginnings and other parts of words, occur in a source's title, address, description of an
   * unnamed party, or names of its party; in any order. Nothing for a text without letters or digits.
   */
  finder(text: string): (record: SourceRecord) => boolean {
    const words = foldName(text).split(' ');
    if (words[0] === '') return () => false;
    return record => {
      const { party } = record.source;
      const described = this.describedWords(record);
      return words.every(
        word => described.includes(word) || (party !== undefined && this.namesOf(party).includes(word)),
      );
    };
  }

  private describedWords(record: SourceRecord): string {
    const known = this.described.get(record);
    if (known !== undefined) return known;
    const { title = '', url = '', partyDescribedAs = '' } = record.source;
    const words = foldName(`${title} ${url} ${partyDescribedAs}`);
    this.described.set(record, words);
    return words;
  }

  private namesOf(party: EntityId): string {
    const record = this.findEntity(party);
    if (!record) return '';
    const { entity, names } = record;
    const known = this.named.get(party);
    if (known?.count === names.length) return known.words;
    const words = [entity.label, ...names.map(name => name.text)].map(foldName).join(' ');
    this.named.set(party, { count: names.length, words });
    return words;
  }
}
