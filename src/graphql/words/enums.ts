// The enumerations of the API: the words of the domain with their descriptions.
import type { Certainty, Credibility, Lineage, Polarity } from '../../domain/attestation.js';
import type { ValueType } from '../../domain/claim.js';
import type { IdentityJudgement } from '../../domain/command.js';
import type { EntityKind, NameKind } from '../../domain/entity.js';
import type { EventType, Way } from '../../domain/event.js';
import type { QuoteAnchor } from '../../domain/quote-anchor.js';
import type { RedactedText } from '../../domain/redaction.js';
import type { Reliability, SourceKind } from '../../domain/source.js';
import type { ClaimStatus, ContradictionKind, Independence } from '../../domain/view.js';
import type { Attached } from '../../journal/decide/attach-effect.js';
import type { Scope } from '../auth/scope.js';
import { enumeration } from './enumeration.js';

export const EntityKindEnum = enumeration<EntityKind>('EntityKind', 'What an entity is.', {
  PERSON: 'A human being. An actor.',
  ORGANIZATION: 'A body that acts or speaks as one, such as a ministry, an army or a news agency. An actor.',
  STATE: 'A country, past or present. An actor.',
  ROLE: 'One office, post or standing together with its body, such as President of Russia.',
  PLACE: 'A town, region, building or other spot.',
  EVENT: 'Something that happens or is planned, such as a visit or a vote.',
  TOPIC: 'What is talked about or aimed at.',
});

export const NameKindEnum = enumeration<NameKind>('NameKind', 'What sort of spelling a name is.', {
  PRIMARY: 'The name it is shown by.',
  ALIAS: 'Another name or spelling.',
  TRANSLITERATION: 'The name written in another script.',
  FORMER: 'A name it went by before.',
  ACRONYM: 'A short form made of initials.',
});

export const PolarityEnum = enumeration<Polarity>('Polarity', 'Whether a source says a claim or denies it.', {
  AFFIRMS: 'It says so.',
  DENIES: 'It says that it is not so.',
});

export const CertaintyEnum = enumeration<Certainty>('Certainty', 'How firmly a source says it.', {
  CERTAIN: 'Without reserve.',
  PROBABLE: 'As likely or expected.',
  POSSIBLE: 'As something that may be.',
  UNCOMMITTED: 'Without taking a stand.',
});

export const LineageEnum = enumeration<Lineage>('Lineage', 'On whose word a source says it.', {
  OWN: 'Its party vouches itself.',
  RELAYED: 'It passes on other attestations of the same claim.',
  UNRECORDED: 'Nobody noted it. Never counted as independent for certain.',
});

export const IndependenceEnum = enumeration<Independence>(
  'Independence',
  'Whether those who say a claim are independent of one another.',
  {
    NONE: 'There is no chain.',
    SINGLE: 'There is one chain.',
    DEPENDENT: 'There are several chains, of which no two are free of a shared family.',
    NOT_ESTABLISHED:
      'At least two chains share no family, but only by counting one of unrecorded lineage or of an unnamed party.',
    ESTABLISHED: 'At least two chains share no family, are recorded to the end, and have named parties only.',
  },
);

export const ClaimStatusEnum = enumeration<ClaimStatus>(
  'ClaimStatus',
  'Where a claim stands; the first of these that fits.',
  {
    WITHDRAWN: 'The claim itself was withdrawn.',
    SUPERSEDED: 'Another claim was put in its place.',
    UNSUPPORTED: 'No chain leads from a source that is held to an origin.',
    DENIED: 'It is denied, and nobody affirms it.',
    DISPUTED: 'It is affirmed, and also denied or at odds with another claim that is affirmed.',
    SPECULATIVE: 'Nobody says it more firmly than as possible.',
    SUPPORTED: 'It is affirmed; two established independent chains are wanting.',
    CORROBORATED: 'At least two established independent chains affirm it.',
  },
);

export const ContradictionKindEnum = enumeration<ContradictionKind>(
  'ContradictionKind',
  'In what way claims, or those who make them, are at odds.',
  {
    DENIAL: 'One claim, affirmed and denied by different families.',
    SELF_REVERSAL: 'One claim, affirmed and denied by one family.',
    SAME_SLOT: 'More claims than there is room for at one time.',
    OPPOSITE: 'Claims by opposite predicates, between the same entities at one time.',
    UNDATED: 'As one of the two before, but a time is unknown: possible, not certain.',
  },
);

export const AttachOutcomeEnum = enumeration<Attached['outcome']>(
  'AttachOutcome',
  'What came of attaching a source.',
  {
    ATTACHED: 'It is attached now.',
    ALREADY_ATTACHED: 'It was attached before; nothing was recorded.',
    PREVIEWED: 'The effect was worked out; nothing was recorded.',
  },
);

export const SourceKindEnum = enumeration<SourceKind>('SourceKind', 'What a source is.', {
  ARTICLE: 'An article of a newspaper, magazine or site.',
  WIRE: 'A dispatch of a news agency.',
  STATEMENT: 'Something said or given out by those concerned, such as a press conference.',
  BROADCAST: 'Something sent on radio or television.',
  REPORT: 'A study or an official report.',
  POST: 'A post on a social network or blog.',
  DATASET: 'A set of data.',
  DOCUMENT: 'Any other document.',
});

export const ReliabilityEnum = enumeration<Reliability>(
  'Reliability',
  'How reliable a party is as a source, as graded here.',
  {
    A: 'Reliable.',
    B: 'Usually reliable.',
    C: 'Fairly reliable.',
    D: 'Not usually reliable.',
    E: 'Unreliable.',
    F: 'Cannot be judged; no low grade.',
  },
);

export const CredibilityEnum = enumeration<Credibility>(
  'Credibility',
  'How credible an item is, apart from who says it: 1 confirmed by others … 5 improbable, 6 cannot be judged.',
  {
    ONE: '1: confirmed by others.',
    TWO: '2: probably true.',
    THREE: '3: possibly true.',
    FOUR: '4: doubtful.',
    FIVE: '5: improbable.',
    SIX: '6: cannot be judged; no low grade.',
  },
);

export const IdentityJudgementEnum = enumeration<IdentityJudgement>(
  'IdentityJudgement',
  'Whether two entities are one.',
  {
    SAME: 'They are one.',
    DIFFERENT: 'They are two.',
    UNSURE: 'It is open; takes an earlier judgement back.',
  },
);

export const QuoteAnchorEnum = enumeration<QuoteAnchor>(
  'QuoteAnchor',
  'Whether a quote still stands in its text.',
  {
    EXACT: 'It stands where it was recorded.',
    MOVED: 'It stands once, in another place.',
    ORPHANED: 'It is not to be found, or stands in several places.',
    UNCHECKED: 'There is no text here to look in.',
  },
);

export const ValueKindEnum = enumeration<ValueType | 'SOME_VALUE' | 'NO_VALUE'>(
  'ValueKind',
  'What sort of value a claim has in place of an entity.',
  {
    TEXT: 'Words.',
    NUMBER: 'A decimal number.',
    DATE: 'A date in EDTF.',
    DURATION: 'A length of time in ISO 8601, such as P7D.',
    SOME_VALUE: 'There is one, and it is not known which.',
    NO_VALUE: 'There is none.',
  },
);

export const UnknownObjectEnum = enumeration<'SOME_VALUE' | 'NO_VALUE'>(
  'UnknownObject',
  'What to claim where there is no entity or value to name.',
  {
    SOME_VALUE: 'There is one, and it is not known which.',
    NO_VALUE: 'There is none.',
  },
);

export const ClaimOrderEnum = enumeration<ClaimOrder>('ClaimOrder', 'The order of a list of claims.', {
  RECORDED: 'As they were recorded here, oldest first.',
  NEWEST: 'As they were recorded here, newest first.',
  SUPPORT: 'Best supported first. Weighs every claim of the list.',
  VALID_TIME: 'By when they are said to hold, earliest first and unknown times last.',
});
export type ClaimOrder = 'RECORDED' | 'NEWEST' | 'SUPPORT' | 'VALID_TIME';

export const JournalOrderEnum = enumeration<JournalOrder>('JournalOrder', 'The order of the journal.', {
  RECORDED: 'As they were recorded, oldest first.',
  NEWEST: 'As they were recorded, newest first.',
});
export type JournalOrder = 'RECORDED' | 'NEWEST';

export const EventTypeEnum = enumeration<EventType>('EventType', 'What an entry of the journal records.', {
  EntityAdded: 'A new entity.',
  EntityDescribed: 'An entity that was known only by reference was described: label, kind and all.',
  NameAdded: 'A new name of an entity.',
  ClaimMade: 'A new claim.',
  SourceAdded: 'A new source.',
  SourceHeld: 'A source that was only reported is held from here on.',
  TextKept: 'A version of the text of a source was kept.',
  SourceAttached: 'A new attestation: one source saying one claim.',
  LineageRecorded: 'Whom an attestation relays, noted anew.',
  AttestationWithdrawn: 'An attestation withdrawn.',
  ClaimWithdrawn: 'A claim withdrawn.',
  ClaimSuperseded: 'A claim replaced by another.',
  PartyGraded: 'A party graded as a source.',
  IdentityJudged: 'A judgement whether two entities are one.',
  Redacted: 'A text of an earlier entry was replaced by its hash.',
});

export const WayEnum = enumeration<Way>('Way', 'By which way something came here.', {
  API: 'By GraphQL, from the playground or another program.',
  COMMAND_LINE: 'By a command on the journal itself, with no server in between.',
  IMPORT: 'From a file that was read in.',
});

export const RedactedTextEnum = enumeration<RedactedText>(
  'RedactedText',
  'Which text of an entry is redacted.',
  {
    QUOTE: 'The words quoted, with those before and after them.',
    WORDING: 'The words that show the certainty.',
    NAME: "An entity's label and the names recorded with it.",
    DESCRIPTION: 'The description of an entity.',
    TITLE: 'The title of a source.',
    PARTY: 'How an unnamed party is described.',
    REASON: 'The reason that was given.',
    VALUE: 'The value of a claim, which is some value from then on.',
    QUALIFIER: "The values of a claim's qualifiers.",
    ADDRESS:
      "Addresses: of a source, of where a text was read, of pages about an entity; and the name of a text's file.",
    KEY: 'The idempotency key that came along.',
    TEXT: 'The kept text of a source: its file is removed, its hash stays.',
  },
);

export const ScopeEnum = enumeration<ScopeWord>(
  'Scope',
  'What a caller may do; each holds those before it.',
  {
    READ: 'Ask questions and follow changes.',
    WRITE: 'Record, and withdraw what was recorded.',
    ADMIN: 'Take texts out of the record, and write backups.',
  },
);
export type ScopeWord = Uppercase<Scope>;
