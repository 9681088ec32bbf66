// Which known claims a text may say: those both of whose ends it names in one paragraph. It offers, and never says that it is so.
import type { Quote } from '../domain/attestation.js';
import type { ClaimId, EntityId, SourceId } from '../domain/ids.js';
import { paragraphHash } from '../domain/quote-anchor.js';
import type { NameMention } from '../graph/name-mentions.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Reading } from './reading.js';
import { piecesOf, sentencesOf, type Sentence, type TextPiece } from './text-pieces.js';

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
const MILLISECONDS_BETWEEN_RESTS = 15;

/**
 * Looks through a text of a source. What the source says already is no candidate any more.
 * @param rest lets others have their turn; may throw to give up.
 */
export async function lookThrough(
  reading: Reading,
  source: SourceId,
  text: string,
  rest: () => Promise<void>,
): Promise<TextLookedThrough> {
  const looking = new Looking(reading, source, text);
  let since = performance.now();
  for (const piece of piecesOf(text)) {
    looking.piece(piece);
    if (performance.now() - since < MILLISECONDS_BETWEEN_RESTS) continue;
    await rest();
    since = performance.now();
  }
  return looking.found();
}

class Looking {
  private readonly mentions: TextMention[] = [];
  private readonly candidates = new Map<ClaimId, TextCandidate>();
  private readonly claims = new Map<string, readonly ClaimRecord[]>();
  private readonly said: ReadonlySet<ClaimId>;
  private truncated = false;

  constructor(
    private readonly reading: Reading,
    source: SourceId,
    private readonly text: string,
  ) {
    const records = reading.graph.attestationsBy(source).filter(({ withdrawn }) => withdrawn === null);
    this.said = new Set(records.map(({ attestation }) => attestation.claim));
  }

  piece(piece: TextPiece): void {
    const { graph, lens } = this.reading;
    const found = graph.names.mentionsIn(piece.text).filter(({ entity }) => {
      const record = graph.findEntity(entity);
      return record !== null && lens.knows(record);
    });
    const { paragraph, offset } = piece;
    for (const one of found) {
      if (this.mentions.length >= MOST_MENTIONS) this.truncated = true;
      else this.mentions.push({ ...one, paragraph, start: one.start + offset, end: one.end + offset });
    }
    if (new Set(found.map(({ entity }) => entity)).size < 2) return;
    const sentences = sentencesOf(piece.text);
    for (const sentence of sentences) this.pairs(piece, within(found, sentence), sentences, true);
    this.pairs(piece, found, sentences, false);
  }

  found(): TextLookedThrough {
    const { mentions, truncated } = this;
    const candidates = [...this.candidates.values()].sort(
      (a, b) =>
        (a.quote.paragraph ?? 0) - (b.quote.paragraph ?? 0) || (a.quote.start ?? 0) - (b.quote.start ?? 0),
    );
    return { mentions, candidates, truncated };
  }

  private pairs(
    piece: TextPiece,
    found: readonly NameMention[],
    sentences: readonly Sentence[],
    inOneSentence: boolean,
  ): void {
    const firsts = firstOfEach(found);
    if (firsts.length > MOST_ENTITIES) this.truncated = true;
    const named = firsts.slice(0, MOST_ENTITIES);
    for (const [place, a] of named.entries()) {
      for (const b of named.slice(place + 1)) {
        if (a.start === b.start) continue;
        for (const claim of this.claimsOf(a.entity, b.entity)) {
          this.offer(claim, piece, [a, b], sentences, inOneSentence);
        }
      }
    }
  }

  private offer(
    record: ClaimRecord,
    piece: TextPiece,
    ends: readonly [NameMention, NameMention],
    sentences: readonly Sentence[],
    inOneSentence: boolean,
  ): void {
    const { id } = record.claim;
    const known = this.candidates.get(id);
    if (known && (known.inOneSentence || !inOneSentence)) return;
    if (!known && this.candidates.size >= MOST_CANDIDATES) {
      this.truncated = true;
      return;
    }
    const [first, last] = ends;
    const sentence = sentences.find(one => one.start <= last.start && last.end <= one.end);
    const words = sentence ?? { start: last.start, end: last.end };
    const must = inOneSentence ? { start: first.start, end: last.end } : last;
    const quote = this.quoteOf(piece, shortened(piece.text, words, must));
    this.candidates.set(id, { claim: record, quote, inOneSentence });
  }

  private claimsOf(a: EntityId, b: EntityId): readonly ClaimRecord[] {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let claims = this.claims.get(key);
    if (!claims) {
      claims = [...this.reading.graph.claimsBetween(a, b)].filter(record => this.isOpen(record));
      this.claims.set(key, claims);
    }
    return claims;
  }

  private isOpen(record: ClaimRecord): boolean {
    const { lens } = this.reading;
    const isOver = lens.since(record.withdrawn) ?? lens.since(record.superseded);
    return isOver === null && !this.said.has(record.claim.id) && this.reading.accepts(record);
  }

  private quoteOf({ paragraph, offset, text, isWhole }: TextPiece, { start, end }: Sentence): Quote {
    const exact = text.slice(start, end);
    const place = { paragraph, start: start + offset, end: end + offset };
    // Of a part of a paragraph the hash would be another; and what surrounds a phrase that stands once only makes it brittle.
    const hash = isWhole ? { textHash: paragraphHash(text) } : {};
    const again = this.text.indexOf(exact, this.text.indexOf(exact) + 1);
    if (again < 0) return { exact, ...place, ...hash };
    const prefix = whole(text.slice(Math.max(0, start - SURROUNDINGS), start));
    const suffix = whole(text.slice(end, end + SURROUNDINGS));
    return { exact, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}), ...place, ...hash };
  }
}

const within = (mentions: readonly NameMention[], { start, end }: Sentence): readonly NameMention[] =>
  mentions.filter(mention => start <= mention.start && mention.end <= end);

function firstOfEach(mentions: readonly NameMention[]): readonly NameMention[] {
  const met = new Set<EntityId>();
  return mentions.filter(({ entity }) => met.size < met.add(entity).size);
}

/** At most so much of a sentence, cut at blanks, with what must stand in it where that is possible. */
function shortened(text: string, sentence: Sentence, must: Sentence): Sentence {
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
