// The checks of each kind of event, member by member, as the domain's types have them.
import {
  CERTAINTIES,
  CREDIBILITIES,
  LINEAGES,
  POLARITIES,
  type Attestation,
  type Quote,
} from '../../domain/attestation.js';
import { VALUE_TYPES, type Claim, type Qualifier, type Value } from '../../domain/claim.js';
import { IDENTITY_JUDGEMENTS } from '../../domain/command.js';
import { ENTITY_KINDS, NAME_KINDS, type Entity, type Name } from '../../domain/entity.js';
import type { Event, EventType, Idempotency } from '../../domain/event.js';
import { isTextHash } from '../../domain/kept-text.js';
import { REDACTED_TEXTS } from '../../domain/redaction.js';
import { RELIABILITIES, SOURCE_KINDS, type Source } from '../../domain/source.js';
import {
  count,
  listOf,
  oneOf,
  optional,
  objectOf,
  text,
  variantOf,
  type Check,
  type Fields,
} from './checks.js';

type EventOf<Type extends EventType> = Extract<Event, { type: Type }>;
type TextValue = Extract<Value, { text: string }>;
type WordlessValue = Exclude<Value, { text: string }>;

const yes: Check = value => (value === true ? null : ' is not true');

const name = objectOf<Name>({
  text,
  language: optional(text),
  script: optional(text),
  kind: oneOf(NAME_KINDS),
  source: optional(text),
});

const entity = objectOf<Entity>({
  id: text,
  kind: oneOf(ENTITY_KINDS),
  label: text,
  description: optional(text),
  sameAs: listOf(text),
  provisional: optional(yes),
});

const textValue = objectOf<TextValue>({ type: text, text });
const wordlessValue = objectOf<WordlessValue>({ type: text });
const value = variantOf(
  new Map<Value['type'], Check>([
    ...VALUE_TYPES.map(type => [type, textValue] as const),
    ['SOME_VALUE', wordlessValue],
    ['NO_VALUE', wordlessValue],
  ]),
);

const claim = objectOf<Claim>({
  id: text,
  subject: text,
  predicate: text,
  object: optional(text),
  value: optional(value),
  validTime: optional(text),
  qualifiers: listOf(objectOf<Qualifier>({ name: text, entity: optional(text), value: optional(text) })),
});

const source = objectOf<Source>({
  id: text,
  kind: oneOf(SOURCE_KINDS),
  title: optional(text),
  url: optional(text),
  publishedAt: optional(text),
  party: optional(text),
  partyDescribedAs: optional(text),
  textFile: optional(text),
});

const quote = objectOf<Quote>({
  exact: text,
  prefix: optional(text),
  suffix: optional(text),
  paragraph: optional(count),
  start: optional(count),
  end: optional(count),
  textHash: optional(text),
});

const attestation = objectOf<Attestation>({
  id: text,
  claim: text,
  source: text,
  polarity: oneOf(POLARITIES),
  certainty: oneOf(CERTAINTIES),
  wording: optional(text),
  locator: optional(text),
  quote: optional(quote),
  lineage: oneOf(LINEAGES),
  relays: listOf(text),
  credibility: optional(oneOf(CREDIBILITIES)),
});

const idempotency = objectOf<Idempotency>({ key: text, fingerprint: text });

/** SHA-256. Nothing else is ever looked for among the texts. */
const hash: Check = value =>
  typeof value === 'string' && isTextHash(value) ? null : ' is no SHA-256 in hex';

const BY_TYPE: { readonly [Type in EventType]: Fields<EventOf<Type>> } = {
  EntityAdded: { type: text, entity, names: listOf(name) },
  EntityDescribed: { type: text, entity, names: listOf(name) },
  NameAdded: { type: text, entity: text, name },
  ClaimMade: { type: text, claim },
  SourceAdded: { type: text, source },
  SourceHeld: { type: text, source: text },
  TextKept: { type: text, source: text, sha256: hash, characters: count, url: optional(text) },
  SourceAttached: { type: text, attestation, idempotency: optional(idempotency) },
  LineageRecorded: { type: text, attestation: text, lineage: oneOf(LINEAGES), relays: listOf(text) },
  AttestationWithdrawn: { type: text, id: text, reason: text },
  ClaimWithdrawn: { type: text, id: text, reason: text },
  ClaimSuperseded: { type: text, id: text, by: text, reason: text },
  PartyGraded: { type: text, party: text, reliability: oneOf(RELIABILITIES), reason: optional(text) },
  IdentityJudged: {
    type: text,
    a: text,
    b: text,
    judgement: oneOf(IDENTITY_JUDGEMENTS),
    reason: optional(text),
  },
  Redacted: { type: text, seq: count, what: oneOf(REDACTED_TEXTS), reason: text, seal: optional(hash) },
};

/** Checks any event. */
export const eventShape: Check = variantOf(
  new Map(Object.entries(BY_TYPE).map(([type, fields]) => [type, objectOf(fields as Fields<Event>)])),
);
