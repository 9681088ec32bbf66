// Name search: finds entities by any spelling ever recorded, or by something close to one.
import type { Event } from '../../domain/event.js';
import type { EntityId } from '../../domain/ids.js';
import { NameMentions, type MetNames, type NameMention } from './name-mentions.js';
import type { MatchReason } from './name-match.js';
import { NameSpellings, type SpellingNumber } from './name-spellings.js';
import { NameTally } from './name-tally.js';
import { NameTwins } from './name-twins.js';
import { NameVerdict, type Verdict } from './name-verdict.js';
import { NameWays } from './name-ways.js';
import { NameWords } from './name-words.js';
import type { Resumable } from '../work/resumable.js';
import { Romanisation } from './romanisation/romanisation.js';
import { SharedWork } from '../work/shared-work.js';

/** No more of a text than this is looked for, in UTF-16 units. */
export const LONGEST_TEXT = 200;
/** So many entities are found at most, and so many spellings looked at closely for them. */
export const MOST_HITS = 1_000;
const MOST_JUDGED = 2_500;
/** For each word of a name that is looked at closely. */
const STEPS_OF_A_VERDICT = 4;
/** So much is indexed between two pauses: a few milliseconds of work. */
const STEPS_BETWEEN_RESTS = 4_096;
/** An entity's label is a name of it too, and comes right before. */
const JUST_GIVEN = 8;

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
  private readonly ways = new NameWays(this.words, this.spellings, this.romanisation);
  private readonly finder = new NameMentions(this.words, this.spellings);
  /** Whose names are alike. Finds nothing by itself: see `NameTwins.pairing`. */
  readonly twins = new NameTwins(this.spellings, this.romanisation);
  private pending: Given[] = [];
  private indexed = 0;
  private readonly indexer = new SharedWork(() => this.indexAll());

  /** Adds the spellings that an event gives. */
  index(event: Event): void {
    if (event.type === 'EntityAdded' || event.type === 'EntityDescribed') {
      this.add(event.entity.id, event.entity.label);
      for (const name of event.names) this.add(event.entity.id, name.text);
    }
    if (event.type === 'NameAdded') this.add(event.entity, event.name.text);
  }

  /** Adds a spelling, unless the entity was just given the same. Cheap: `indexing` or the next search does the work. */
  add(entity: EntityId, name: string): void {
    const first = Math.max(0, this.pending.length - JUST_GIVEN);
    for (let place = this.pending.length - 1; place >= first; place -= 1) {
      const given = this.pending[place];
      if (given?.entity !== entity) break;
      if (given.name === name) return;
    }
    this.pending.push({ entity, name });
  }

  /** Indexes what was added. Several may push it on: none does what another did. */
  indexing(): Resumable<void> {
    return this.indexer.go();
  }

  /**
   * Indexes the names that were added, with pauses.
   * @param goesOn asked between two pieces: false leaves the remaining ones for later
   */
  async ready(goesOn: () => boolean = () => true): Promise<void> {
    let steps = 0;
    for (const taken of this.indexing()) {
      if ((steps += taken) < STEPS_BETWEEN_RESTS) continue;
      steps = 0;
      await new Promise(resolve => setImmediate(resolve));
      if (!goesOn()) return;
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
  *search(text: string, accept: (entity: EntityId) => boolean = () => true): Resumable<readonly NameHit[]> {
    yield* this.indexing();
    const asked = new NameVerdict(text.slice(0, LONGEST_TEXT), this.romanisation);
    const hits = new Map<EntityId, NameHit & { readonly place: SpellingNumber }>();
    for (const judged of this.judged(asked, remembered(accept))) {
      if (typeof judged === 'number') {
        yield judged;
        continue;
      }
      const { place, verdict } = judged;
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

  /** Where a paragraph names entities, see `NameMentions`. @param met kept from paragraph to paragraph. */
  *mentionsIn(paragraph: string, met?: MetNames): Resumable<readonly NameMention[]> {
    yield* this.indexing();
    return yield* this.finder.find(paragraph, met);
  }

  /** Spellings that are like a text, about the best first, and between them the steps that it took. */
  private *judged(
    asked: NameVerdict,
    accept: (entity: EntityId) => boolean,
  ): Generator<{ readonly place: SpellingNumber; readonly verdict: Verdict } | number, void> {
    if (asked.folded === '') return;
    const accepts = (place: SpellingNumber): boolean => accept(this.spellings.entityAt(place));
    for (const place of yield* this.spellings.whole(asked.folded)) {
      yield 1;
      const verdict = accepts(place)
        ? asked.onWhole(this.spellings.nameAt(place), this.spellings.wordsAt(place))
        : null;
      if (verdict) yield { place, verdict };
    }
    const ways = yield* this.ways.waysTo(asked.terms);
    let judged = 0;
    for (const tally of new NameTally(this.spellings, asked.terms).tallies(ways)) {
      yield typeof tally === 'number' ? tally : 1;
      if (typeof tally === 'number' || !accepts(tally.place)) continue;
      if ((judged += 1) > MOST_JUDGED) return;
      const words = this.spellings.wordsAt(tally.place);
      const verdict = asked.on(tally, words);
      yield STEPS_OF_A_VERDICT * (1 + words.length);
      if (verdict) yield { place: tally.place, verdict };
    }
  }

  private *indexAll(): Resumable<void> {
    for (; this.indexed < this.pending.length; this.indexed += 1) {
      const given = this.pending[this.indexed];
      if (given) yield* this.spellings.add(given.entity, given.name);
    }
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
