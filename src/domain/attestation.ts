// Attestations: one source saying one claim, how firmly, in which words and on whose word.
import { contentId, type AttestationId, type ClaimId, type SourceId } from './ids.js';

export const POLARITIES = ['AFFIRMS', 'DENIES'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Weakest last. */
export const CERTAINTIES = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNCOMMITTED'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const LINEAGES = ['OWN', 'RELAYED', 'UNRECORDED'] as const;
export type Lineage = (typeof LINEAGES)[number];

export const CREDIBILITIES = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const;
/** How credible an item is, apart from who says it: one confirmed … five improbable, six cannot be judged. */
export type Credibility = (typeof CREDIBILITIES)[number];

/** 0 for CERTAIN up to 3 for UNCOMMITTED. */
export const weakness = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty);

/** A quoted phrase and where it stands, after the W3C Web Annotation TextQuoteSelector. */
export interface Quote {
  readonly exact: string;
  /** The text right before and after, to distinguish repeated phrases. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** 1-based number of the paragraph; paragraphs are parted by blank lines. */
  readonly paragraph?: number;
  /** UTF-16 offsets into the paragraph, end exclusive. */
  readonly start?: number;
  readonly end?: number;
  /** SHA-256 of the paragraph's text, hex. */
  readonly textHash?: string;
}

export interface Attestation {
  readonly id: AttestationId;
  readonly claim: ClaimId;
  readonly source: SourceId;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly wording?: string;
  /** Where in the source it is said, in words, such as `page 4` or `sentence 12`. */
  readonly locator?: string;
  readonly quote?: Quote;
  /** As first recorded; later notes of lineage are kept beside it. */
  readonly lineage: Lineage;
  /** Attestations of the same claim and polarity; not empty exactly when lineage is `RELAYED`. Sorted. */
  readonly relays: readonly AttestationId[];
  readonly credibility?: Credibility;
}

/** What makes two attestations the same one: claim, source, polarity, quoted words and lineage. */
export type AttestationKey = Pick<
  Attestation,
  'claim' | 'source' | 'polarity' | 'quote' | 'lineage' | 'relays'
>;

/**
 * Id of an attestation from its key.
 * @param earlier how many withdrawn attestations had this same key: saying it again after a withdrawal is a new one.
 */
export const attestationId = (key: AttestationKey, earlier = 0): AttestationId =>
  contentId('attestation', {
    claim: key.claim,
    earlier: earlier || undefined,
    lineage: key.lineage,
    polarity: key.polarity,
    quote: key.quote?.exact,
    relays: [...key.relays].sort(),
    source: key.source,
  });

const REQUIRED = 6;

/** Of all that is said and its id, with the members in the order of canonical JSON, which is quicker then. */
export function attestationOf(id: AttestationId, said: Omit<Attestation, 'id'>): Attestation {
  const { certainty, claim, lineage, polarity, relays, source } = said;
  // Most say no more, and this is done for each.
  if (Object.keys(said).length === REQUIRED) {
    return { certainty, claim, id, lineage, polarity, relays, source };
  }
  const { credibility, locator, quote, wording } = said;
  return {
    certainty,
    claim,
    ...(credibility === undefined ? {} : { credibility }),
    id,
    lineage,
    ...(locator === undefined ? {} : { locator }),
    polarity,
    ...(quote === undefined ? {} : { quote }),
    relays,
    source,
    ...(wording === undefined ? {} : { wording }),
  };
}
