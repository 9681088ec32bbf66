// Any event that the types allow, for laws over all of them.
import fc from 'fast-check';
import { CERTAINTIES, CREDIBILITIES, LINEAGES, POLARITIES } from '../../src/domain/attestation.js';
import { VALUE_TYPES } from '../../src/domain/claim.js';
import { IDENTITY_JUDGEMENTS } from '../../src/domain/command.js';
import { ENTITY_KINDS, NAME_KINDS } from '../../src/domain/entity.js';
import type { Event, EventType } from '../../src/domain/event.js';
import { REDACTED_TEXTS } from '../../src/domain/redaction.js';
import { RELIABILITIES, SOURCE_KINDS } from '../../src/domain/source.js';

// Lone surrogates, nulls and all: the codec keeps whatever text it is given.
const text = fc.string({ unit: 'binary', maxLength: 20 });
const count = fc.nat();
const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const texts = fc.array(text, { maxLength: 3 });
const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name);
const oneOf = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word> => fc.constantFrom(...words);

const name = fc.record(
  { text, language: text, script: text, kind: oneOf(NAME_KINDS), source: text },
  { requiredKeys: ['text', 'kind'] },
);

const entity = fc.record(
  {
    id: text,
    kind: oneOf(ENTITY_KINDS),
    label: text,
    description: text,
    sameAs: texts,
    provisional: fc.constant(true as const),
  },
  { requiredKeys: ['id', 'kind', 'label', 'sameAs'] },
);

const value = fc.oneof(
  fc.record({ type: oneOf(VALUE_TYPES), text }),
  fc.record({ type: oneOf(['SOME_VALUE', 'NO_VALUE'] as const) }),
);

const qualifier = fc.record({ name: text, entity: text, value: text }, { requiredKeys: ['name'] });

const claim = fc.record(
  {
    id: text,
    subject: text,
    predicate: text,
    object: text,
    value,
    validTime: text,
    qualifiers: fc.array(qualifier, { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'subject', 'predicate', 'qualifiers'] },
);

const source = fc.record(
  {
    id: text,
    kind: oneOf(SOURCE_KINDS),
    title: text,
    url: text,
    publishedAt: text,
    party: text,
    partyDescribedAs: text,
    textFile: text,
  },
  { requiredKeys: ['id', 'kind'] },
);

const quote = fc.record(
  { exact: text, prefix: text, suffix: text, paragraph: count, start: count, end: count, textHash: text },
  { requiredKeys: ['exact'] },
);

const attestation = fc.record(
  {
    id: text,
    claim: text,
    source: text,
    polarity: oneOf(POLARITIES),
    certainty: oneOf(CERTAINTIES),
    wording: text,
    locator: text,
    quote,
    lineage: oneOf(LINEAGES),
    relays: texts,
    credibility: oneOf(CREDIBILITIES),
  },
  { requiredKeys: ['id', 'claim', 'source', 'polarity', 'certainty', 'lineage', 'relays'] },
);

const BY_TYPE: { readonly [Type in EventType]: fc.Arbitrary<Extract<Event, { type: Type }>> } = {
  EntityAdded: fc.record({ type: type('EntityAdded'), entity, names: fc.array(name, { maxLength: 3 }) }),
  EntityDescribed: fc.record({
    type: type('EntityDescribed'),
    entity,
    names: fc.array(name, { maxLength: 3 }),
  }),
  NameAdded: fc.record({ type: type('NameAdded'), entity: text, name }),
  ClaimMade: fc.record({ type: type('ClaimMade'), claim }),
  SourceAdded: fc.record({ type: type('SourceAdded'), source }),
  SourceHeld: fc.record({ type: type('SourceHeld'), source: text }),
  TextKept: fc.record(
    {
      type: type('TextKept'),
      source: text,
      sha256: hash,
      characters: count,
      url: text,
    },
    { requiredKeys: ['type', 'source', 'sha256', 'characters'] },
  ),
  SourceAttached: fc.record(
    {
      type: type('SourceAttached'),
      attestation,
      idempotency: fc.record({ key: text, fingerprint: text }),
    },
    { requiredKeys: ['type', 'attestation'] },
  ),
  LineageRecorded: fc.record({
    type: type('LineageRecorded'),
    attestation: text,
    lineage: oneOf(LINEAGES),
    relays: texts,
  }),
  AttestationWithdrawn: fc.record({ type: type('AttestationWithdrawn'), id: text, reason: text }),
  ClaimWithdrawn: fc.record({ type: type('ClaimWithdrawn'), id: text, reason: text }),
  ClaimSuperseded: fc.record({ type: type('ClaimSuperseded'), id: text, by: text, reason: text }),
  PartyGraded: fc.record(
    { type: type('PartyGraded'), party: text, reliability: oneOf(RELIABILITIES), reason: text },
    { requiredKeys: ['type', 'party', 'reliability'] },
  ),
  IdentityJudged: fc.record(
    { type: type('IdentityJudged'), a: text, b: text, judgement: oneOf(IDENTITY_JUDGEMENTS), reason: text },
    { requiredKeys: ['type', 'a', 'b', 'judgement'] },
  ),
  Redacted: fc.record(
    { type: type('Redacted'), seq: count, what: oneOf(REDACTED_TEXTS), reason: text, seal: hash },
    { requiredKeys: ['type', 'seq', 'what', 'reason'] },
  ),
};

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(...Object.values(BY_TYPE));
