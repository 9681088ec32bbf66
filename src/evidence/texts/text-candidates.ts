// Offers known claims that a text may state: both ends of the claim are named in one paragraph. It never says that the text does.
import type { Quote } from '../../domain/attestation.js';
import type { ClaimId, EntityId, SourceId } from '../../domain/ids.js';
import { paragraphHash } from '../../domain/paragraphs.js';
import { placesOf } from '../../domain/phrase.js';
import { MetNames, type NameMention } from '../../graph/names/name-mentions.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import type { ViewedGraph } from '../viewed-graph.js';
import { piecesOf, sentencesOf, type TextSentence, type TextPiece } from './text-pieces.js';

export interface TextMention extends NameMention {
  readonly paragraph: number;
}

export interface TextCandidate {
  readonly claim: ClaimRecord;
  readonly quote: Quote;
  /** One sentence names both ends; else they stand in one paragraph, and the quote names the one that comes later. */
  readonly inOneSentence: boolean;
}

export interface TextLookedThrough {
  readonly mentions: readonly TextMention[];
  readonly candidates: readonly TextCandidate[];
  /** More was there than is told. */
  readonly truncated: boolean;
}

export const MOST_MENTIONS = 10_000;
export const MOST_CANDIDATES = 1_000;
/** Of one paragraph. */
const MOST_ENTITIES = 60;
const LONGEST_QUOTE = 1_000;
const SURROUNDINGS = 32;
/** So many pairs of entities are remembered with their claims. */
const MOST_PAIRS = 20_000;

/** Looks through a text of a source, paragraph by paragraph. What the source says already is no candidate any more. */
export function* lookThrough(
  viewed: ViewedGraph,
  source: SourceId,
  text: string,
): Resumable<TextLookedThrough> {
  const said = new Set<ClaimId>();
  yield* eachInPieces(viewed.graph.attestationsBy(source), ({ attestation, withdrawn }) => {
    if (withdrawn === null) said.add(attestation.claim);
  });
  const looking = new Looking(viewed, said, text);
  for (const piece of piecesOf(text)) {
    if (typeof piece === 'number') yield piece;
    else yield* looking.piece(piece);
  }
  return yield* looking.found();
}

/** Two entities that a piece names, and where. */
type Pair = readonly [NameMention, NameMention];

/** A piece with what it names, and how it reads. */
interface ReadPiece extends TextPiece {
  readonly sentences: readonly TextSentence[];
}

class Looking {
  private readonly mentions: TextMention[] = [];
  private readonly candidates = new Map<ClaimId, TextCandidate>();
  private readonly claims = new Map<string, readonly ClaimRecord[]>();
  /** Whether phrases stand in the text more than once. */
  private readonly repeated = new Map<string, boolean>();
  private readonly met = new MetNames();
  private truncated = false;

  constructor(
    private readonly viewed: ViewedGraph,
    private readonly said: ReadonlySet<ClaimId>,
    private readonly text: string,
  ) {}

  *piece(piece: TextPiece): Resumable<void> {
    const { graph, lens } = this.viewed;
    const found: NameMention[] = [];
    yield* eachInPieces(yield* graph.names.mentionsIn(piece.text, this.met), mention => {
      const record = graph.findEntity(mention.entity);
      if (record !== null && lens.knows(record)) found.push(mention);
    });
    const { paragraph, offset } = piece;
    yield* eachInPieces(found, one => {
      if (this.mentions.length >= MOST_MENTIONS) this.truncated = true;
      else this.mentions.push({ ...one, paragraph, start: one.start + offset, end: one.end + offset });
    });
    if (new Set(found.map(({ entity }) => entity)).size < 2) return;
    const sentences = yield* sentencesOf(piece.text);
    const read = { ...piece, sentences };
    for (const mentions of within(found, sentences)) yield* this.pairs(read, mentions, true);
    yield* this.pairs(read, found, false);
  }

  *found(): Resumable<TextLookedThrough> {
    const { mentions, truncated } = this;
    const placeOf = ({ quote: { paragraph = 0, start = 0 } }: TextCandidate) => ({ paragraph, start });
    const candidates = yield* sorted([...this.candidates.values()], (one, other) => {
      const [a, b] = [placeOf(one), placeOf(other)];
      return a.paragraph - b.paragraph || a.start - b.start;
    });
    return { mentions, candidates, truncated };
  }

  private *pairs(piece: ReadPiece, found: readonly NameMention[], inOneSentence: boolean): Resumable<void> {
    const firsts = firstOfEach(found);
    if (firsts.length > MOST_ENTITIES) this.truncated = true;
    const named = firsts.slice(0, MOST_ENTITIES);
    yield 1 + found.length;
    for (const [place, a] of named.entries()) {
      for (const b of named.slice(place + 1)) {
        yield 1;
        if (a.start === b.start) continue;
        for (const claim of yield* this.claimsOf(a.entity, b.entity)) {
          yield* this.offer(claim, piece, [a, b], inOneSentence);
        }
      }
    }
  }

  private *offer(
    record: ClaimRecord,
    piece: ReadPiece,
    [first, last]: Pair,
    inOneSentence: boolean,
  ): Resumable<void> {
    const { id } = record.claim;
    const known = this.candidates.get(id);
    if (known && (known.inOneSentence || !inOneSentence)) return;
    if (!known && this.candidates.size >= MOST_CANDIDATES) {
      this.truncated = true;
      return;
    }
    const { sentences } = piece;
    yield Math.ceil((1 + sentences.length) / 64);
    const sentence = sentences.find(one => one.start <= last.start && last.end <= one.end);
    const words = sentence ?? { start: last.start, end: last.end };
    const must = inOneSentence ? { start: first.start, end: last.end } : last;
    const quote = yield* this.quoteOf(piece, shortened(piece.text, words, must));
    this.candidates.set(id, { claim: record, quote, inOneSentence });
  }

  private *claimsOf(a: EntityId, b: EntityId): Resumable<readonly ClaimRecord[]> {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.claims.get(key);
    if (known) return known;
    const claims: ClaimRecord[] = [];
    for (const record of this.viewed.graph.claimsBetween(a, b)) {
      yield 1;
      if (yield* this.isOpen(record)) claims.push(record);
    }
    if (this.claims.size >= MOST_PAIRS) this.claims.clear();
    this.claims.set(key, claims);
    return claims;
  }

  private *isOpen(record: ClaimRecord): Resumable<boolean> {
    const { lens } = this.viewed;
    const isOver = lens.since(record.withdrawn) ?? lens.since(record.superseded);
    if (isOver !== null || this.said.has(record.claim.id)) return false;
    return yield* this.viewed.acceptable(record);
  }

  private *quoteOf(
    { paragraph, offset, text, isWhole }: TextPiece,
    { start, end }: TextSentence,
  ): Resumable<Quote> {
    const exact = text.slice(start, end);
    const place = { paragraph, start: start + offset, end: end + offset };
    // Of a part of a paragraph the hash would be another; and what surrounds a phrase that stands once only makes it brittle.
    const hash = isWhole ? { textHash: paragraphHash(text) } : {};
    if (!(yield* this.standsAgain(exact))) return { exact, ...place, ...hash };
    const prefix = whole(text.slice(Math.max(0, start - SURROUNDINGS), start));
    const suffix = whole(text.slice(end, end + SURROUNDINGS));
    return { exact, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}), ...place, ...hash };
  }

  private *standsAgain(exact: string): Resumable<boolean> {
    const known = this.repeated.get(exact);
    if (known !== undefined) return known;
    const repeated = (yield* placesOf(this.text, exact, 2)).length > 1;
    this.repeated.set(exact, repeated);
    return repeated;
  }
}

/** Of mentions in the order of a text, those within each of its sentences; of sentences with none, nothing. */
function* within(
  mentions: readonly NameMention[],
  sentences: readonly TextSentence[],
): IterableIterator<readonly NameMention[]> {
  let at = 0;
  for (const { start, end } of sentences) {
    while ((mentions[at]?.start ?? Infinity) < start) at += 1;
    const inside: NameMention[] = [];
    for (let one = mentions[at]; one && one.start < end; one = mentions[(at += 1)]) {
      if (one.end <= end) inside.push(one);
    }
    if (inside.length > 0) yield inside;
  }
}

function firstOfEach(mentions: readonly NameMention[]): readonly NameMention[] {
  const met = new Set<EntityId>();
  return mentions.filter(({ entity }) => met.size < met.add(entity).size);
}

/** At most so much of a sentence, cut at blanks, with what must stand in it where that is possible. */
function shortened(text: string, sentence: TextSentence, must: TextSentence): TextSentence {
  if (sentence.end - sentence.start <= LONGEST_QUOTE) return sentence;
  const room = Math.max(0, LONGEST_QUOTE - (must.end - must.start)) >> 1;
  const from = Math.max(sentence.start, must.start - room);
  const to = Math.min(sentence.end, must.end + room, from + LONGEST_QUOTE);
  const blankBefore = from === sentence.start ? from - 1 : text.indexOf(' ', from);
  const blankAfter = to === sentence.end ? to : text.lastIndexOf(' ', to);
  const start = blankBefore < must.start ? blankBefore + 1 : must.start;
  const end = blankAfter > start ? blankAfter : to;
  return { start, end };
}

/** Without halves of characters at its ends, and nothing where it is all blank. */
const whole = (text: string): string =>
  text.trim() === '' ? '' : text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
