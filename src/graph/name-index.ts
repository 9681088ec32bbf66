// Name search: finds entities by any of their spellings, or by something near to one. It knows every spelling ever given.
import type { Event } from '../domain/event.js';
import type { EntityId } from '../domain/ids.js';
import { NameMentions, type NameMention } from './name-mentions.js';
import type { MatchReason } from './name-match.js';
import { NameSpellings, type Place } from './name-spellings.js';
import { NameTally } from './name-tally.js';
import { NameTwins } from './name-twins.js';
import { NameVerdict, type Verdict } from './name-verdict.js';
import { NameWays } from './name-ways.js';
import { NameWords } from './name-words.js';
import { Romanisation } from './romanisation/romanisation.js';

/** No more of a text than this is looked for, in UTF-16 units. */
export const LONGEST_TEXT = 200;
/** So many entities are found at most, and so many spellings looked at closely for them. */
export const MOST_HITS = 1_000;
const MOST_JUDGED = 2_500;
/** So many names are indexed between two rests: some ten milliseconds' work. */
const NAMES_BETWEEN_RESTS = 512;

export interface NameHit {
  readonly entity: EntityId;
  /** The spelling that matched. */
  readonly name: string;
  /** 1 for the same name but for folding and blanks, else between 0 and 1: see `nameScore`. */
  readonly score: number;
  /** Why it matched. */
  readonly matchedBy: MatchReason;
}

interface Given {
  readonly entity: EntityId;
  readonly name: string;
}

export class NameIndex {
  private readonly romanisation = new Romanisation();
  private readonly words = new NameWords(this.romanisation);
  private readonly spellings = new NameSpellings(this.words);
  private readonly ways = new NameWays(this.words, this.romanisation);
  private readonly tally = new NameTally(this.spellings);
  private readonly finder = new NameMentions(this.words, this.spellings);
  /** Whose names are alike. Finds nothing by itself: see `NameTwins.ready`. */
  readonly twins = new NameTwins(this.spellings, this.romanisation);
  private pending: Given[] = [];
  private indexed = 0;

  /** Adds the spellings that an event gives. */
  hear(event: Event): void {
    if (event.type === 'EntityAdded' || event.type === 'EntityDescribed') {
      this.add(event.entity.id, event.entity.label);
      for (const name of event.names) this.add(event.entity.id, name.text);
    }
    if (event.type === 'NameAdded') this.add(event.entity, event.name.text);
  }

  /** Adds a spelling, unless the entity was just given the same. Cheap: `ready` or the next search does the indexing. */
  add(entity: EntityId, name: string): void {
    for (let place = this.pending.length - 1; this.pending[place]?.entity === entity; place -= 1) {
      if (this.pending[place]?.name === name) return;
    }
    this.pending.push({ entity, name });
  }

  /**
   * Indexes what was added, and lets others have their turn meanwhile: to be awaited before a search among many new names.
   * @param goesOn asked between two turns: false leaves the rest for later.
   */
  async ready(goesOn: () => boolean = () => true): Promise<void> {
    while (this.pending.length > 0 && goesOn()) {
      this.indexSome(NAMES_BETWEEN_RESTS);
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /**
   * Entities by the spelling of theirs that comes nearest to a text, best first, equals in the order they were added; at most
   * `MOST_HITS`. Nothing for a text without letters or digits; of a text longer than `LONGEST_TEXT` only the beginning is looked
   * for.
   *
   * Words are found in any order, by their beginning from three letters on (the last one by less, beside others), despite one
   * mistake in about five letters, and by how they sound in the romanisations of `Romanisation`; neighbouring words also as one
   * (`ryonghae`). Of Korean, Chinese and Japanese any part is found.
   */
  search(text: string, accept: (entity: EntityId) => boolean = () => true): readonly NameHit[] {
    this.indexSome(Infinity);
    const asked = new NameVerdict(text.slice(0, LONGEST_TEXT), this.romanisation);
    const hits = new Map<EntityId, NameHit & { readonly place: Place }>();
    for (const { place, verdict } of this.judged(asked, accept)) {
      const entity = this.spellings.entityAt(place);
      const known = hits.get(entity);
      if (!known && hits.size >= MOST_HITS) break;
      if (known && (known.score > verdict.score || (known.score === verdict.score && known.place < place)))
        continue;
      hits.set(entity, { entity, name: this.spellings.nameAt(place), place, ...verdict });
    }
    return [...hits.values()]
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ entity, name, score, matchedBy }) => ({ entity, name, score, matchedBy }));
  }

  /** Where a paragraph names entities, see `NameMentions`. */
  mentionsIn(paragraph: string): readonly NameMention[] {
    this.indexSome(Infinity);
    return this.finder.find(paragraph);
  }

  private *judged(
    asked: NameVerdict,
    accept: (entity: EntityId) => boolean,
  ): IterableIterator<{ readonly place: Place; readonly verdict: Verdict }> {
    if (asked.folded === '') return;
    const acceptEntity = remembered(accept);
    const accepts = (place: Place): boolean => acceptEntity(this.spellings.entityAt(place));
    for (const place of this.spellings.whole(asked.folded)) {
      const verdict = accepts(place)
        ? asked.onWhole(this.spellings.nameAt(place), this.spellings.wordsAt(place))
        : null;
      if (verdict) yield { place, verdict };
    }
    let judged = 0;
    for (const tally of this.tally.tallies(asked.terms, this.ways.waysTo(asked.terms))) {
      if (!accepts(tally.place)) continue;
      if ((judged += 1) > MOST_JUDGED) return;
      const verdict = asked.on(tally, this.spellings.wordsAt(tally.place));
      if (verdict) yield { place: tally.place, verdict };
    }
  }

  private indexSome(most: number): void {
    const end = Math.min(this.pending.length, this.indexed + most);
    for (; this.indexed < end; this.indexed += 1) {
      const given = this.pending[this.indexed];
      if (given) this.spellings.add(given.entity, given.name);
    }
    if (this.indexed < this.pending.length) return;
    this.pending = [];
    this.indexed = 0;
  }
}

function remembered<T>(ask: (key: T) => boolean): (key: T) => boolean {
  const answers = new Map<T, boolean>();
  return key => {
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = ask(key)));
    return answer;
  };
}
