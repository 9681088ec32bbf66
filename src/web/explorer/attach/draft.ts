// What stands in the form of an attachment, and the input that the API is given for it.
import type {
  AttachSourceInput,
  Certainty,
  Credibility,
  EntityLineFragment,
  Lineage,
  NewSourceInput,
  Polarity,
  QuoteInput,
  SourceChoiceFragment,
  SourceKind,
  SourceRef,
} from '../api/documents.js';

/** A source as it is being named: an address, a known one that was picked, or a new one without an address. */
export interface SourceDraft {
  /** What stands in the field. */
  readonly text: string;
  readonly picked: SourceChoiceFragment | null;
  /** It was said that the typed words name a new one. */
  readonly isNew: boolean;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publishedAt: string;
  readonly party: EntityLineFragment | null;
  readonly isUnnamed: boolean;
  readonly describedAs: string;
}

export interface QuoteDraft {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A whole number as text; empty where it is not known. */
  readonly paragraph: string;
}

export interface RelayDraft extends SourceDraft {
  /** Stays with it while the list is put in order. */
  readonly key: number;
}

export interface AttachDraft {
  readonly source: SourceDraft;
  readonly quote: QuoteDraft;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly wording: string;
  /** Where in the source it is said. */
  readonly locator: string;
  readonly lineage: Lineage;
  /** Whom it passes on, nearest first; counts only where the lineage is `RELAYED`. */
  readonly via: readonly RelayDraft[];
  readonly credibility: Credibility | null;
}

export const newSource = (kind: SourceKind): SourceDraft => ({
  text: '',
  picked: null,
  isNew: false,
  kind,
  title: '',
  publishedAt: '',
  party: null,
  isUnnamed: false,
  describedAs: '',
});

export const NO_QUOTE: QuoteDraft = { exact: '', prefix: '', suffix: '', paragraph: '' };

export const EMPTY_DRAFT: AttachDraft = {
  source: newSource('ARTICLE'),
  quote: NO_QUOTE,
  polarity: 'AFFIRMS',
  certainty: 'CERTAIN',
  wording: '',
  locator: '',
  lineage: 'UNRECORDED',
  via: [],
  credibility: null,
};

export const LONGEST_VIA = 20;

/** The next of those it passes on, still to be named. */
export const oneMore = (via: readonly RelayDraft[]): RelayDraft => ({
  ...newSource('STATEMENT'),
  key: Math.max(0, ...via.map(({ key }) => key)) + 1,
});

/** Whether the field holds an address rather than words. */
export const isAddress = (text: string): boolean => /^\s*https?:\/\//i.test(text);

/** Whether it is said which source is meant. */
export const isNamed = (source: SourceDraft): boolean =>
  source.picked !== null || source.isNew || (isAddress(source.text) && URL.canParse(source.text.trim()));

/** An address that is known here already names that source, whatever is said of it beside. */
function refOf(source: SourceDraft): SourceRef {
  if (source.picked) return { id: source.picked.id };
  const { kind, title, publishedAt, party, isUnnamed, describedAs } = source;
  const description: NewSourceInput = {
    kind,
    ...given('title', title),
    ...(isAddress(source.text) ? { url: source.text.trim() } : {}),
    ...given('publishedAt', publishedAt),
    ...(isUnnamed ? given('partyDescribedAs', describedAs) : party ? { party: party.id } : {}),
  };
  return { new: description };
}

function quoteOf({ exact, prefix, suffix, paragraph }: QuoteDraft): QuoteInput | null {
  if (exact.trim() === '') return null;
  return {
    // Kept to the letter: their place in the text is counted.
    exact,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
    ...(paragraph.trim() === '' ? {} : { paragraph: Number(paragraph) }),
  };
}

/** The input for a draft whose sources are named. */
export function inputOf(claim: string, draft: AttachDraft): AttachSourceInput {
  const quote = quoteOf(draft.quote);
  const via = draft.lineage === 'RELAYED' ? draft.via.map(relay => ({ source: refOf(relay) })) : [];
  return {
    claim,
    source: refOf(draft.source),
    polarity: draft.polarity,
    certainty: draft.certainty,
    ...given('wording', draft.wording),
    ...given('locator', draft.locator),
    ...(quote ? { quote } : {}),
    own: draft.lineage === 'OWN',
    ...(via.length > 0 ? { via } : {}),
    ...(draft.credibility ? { credibility: draft.credibility } : {}),
  };
}

/** Whether closing would lose something. */
export const isTouched = (draft: AttachDraft): boolean =>
  JSON.stringify(draft) !== JSON.stringify(EMPTY_DRAFT);

const given = <Name extends string>(name: Name, text: string): Partial<Record<Name, string>> =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as Record<Name, string>);
