// Goes through a mapping part by part: entities, sources, claims and those who say them.
import { CERTAINTIES, CREDIBILITIES, POLARITIES } from '../../domain/attestation.js';
import { ENTITY_KINDS } from '../../domain/entity.js';
import { SOURCE_KINDS } from '../../domain/source.js';
import type { YamlPath } from '../yaml-document.js';
import type { MappingCheck } from './mapping-check.js';
import type {
  AttestationMapping,
  ClaimMapping,
  EntityMapping,
  NameMapping,
  QuoteMapping,
  RelayMapping,
  SourceMapping,
} from './mapping-shape.js';
import type {
  MappedAttestation,
  MappedClaim,
  MappedEntity,
  MappedName,
  MappedQualifier,
  MappedQuote,
  MappedRelay,
  MappedSource,
} from './table-mapping.js';

const UNKNOWN_VALUES = ['SOME_VALUE', 'NO_VALUE'];

export function mappedEntity(check: MappingCheck, entity: EntityMapping, path: YamlPath): MappedEntity {
  const { kind, label, names = [], sameAs = [] } = entity;
  return {
    id: check.rule(entity.id, [...path, 'id']),
    made:
      kind === undefined
        ? null
        : {
            kind: check.rule(kind, [...path, 'kind'], ENTITY_KINDS),
            label: check.ruleOrNull(label, [...path, 'label']),
          },
    names: names.map((name, index) => mappedName(check, name, [...path, 'names', index])),
    description: check.ruleOrNull(entity.description, [...path, 'description']),
    sameAs: sameAs.map((rule, index) => check.rule(rule, [...path, 'sameAs', index])),
    split: check.split(entity.split, [...path, 'split']),
    when: check.when(entity.when, [...path, 'when']),
    known: new Map(),
  };
}

const mappedName = (check: MappingCheck, name: NameMapping, path: YamlPath): MappedName => ({
  text: check.rule(name.text, [...path, 'text']),
  split: check.split(name.split, [...path, 'split']),
  ...(name.language === undefined ? {} : { language: name.language }),
  ...(name.kind === undefined ? {} : { kind: name.kind }),
});

export function mappedSource(check: MappingCheck, source: SourceMapping, path: YamlPath): MappedSource {
  const rules = {
    kind: check.rule(source.kind, [...path, 'kind'], SOURCE_KINDS),
    title: check.ruleOrNull(source.title, [...path, 'title']),
    url: check.ruleOrNull(source.url, [...path, 'url']),
    publishedAt: check.ruleOrNull(source.publishedAt, [...path, 'publishedAt']),
    partyDescribedAs: check.ruleOrNull(source.partyDescribedAs, [...path, 'partyDescribedAs']),
  };
  const isConstant =
    source.party === undefined && Object.values(rules).every(rule => !rule || rule.columns.length === 0);
  const party = source.party === undefined ? null : check.entity(source.party, [...path, 'party']);
  return { ...rules, party, isConstant, known: new Map() };
}

export const mappedClaim = (check: MappingCheck, claim: ClaimMapping, path: YamlPath): MappedClaim => ({
  subject: check.entity(claim.subject, [...path, 'subject']),
  predicate: check.predicate(claim.predicate, [...path, 'predicate']),
  object: claim.object === undefined ? null : check.entity(claim.object, [...path, 'object']),
  value: check.ruleOrNull(claim.value, [...path, 'value']),
  unknown: check.ruleOrNull(claim.unknown, [...path, 'unknown'], UNKNOWN_VALUES),
  validTime: check.ruleOrNull(claim.validTime, [...path, 'validTime']),
  qualifiers: Object.entries(claim.qualifiers ?? {}).map(([name, detail]) =>
    mappedQualifier(check, name, detail, [...path, 'qualifiers', name]),
  ),
  attestations: (claim.attestations ?? []).map((attestation, index) =>
    mappedAttestation(check, attestation, [...path, 'attestations', index]),
  ),
  split: check.split(claim.split, [...path, 'split']),
  when: check.when(claim.when, [...path, 'when']),
});

const mappedQualifier = (
  check: MappingCheck,
  name: string,
  detail: NonNullable<ClaimMapping['qualifiers']>[string],
  path: YamlPath,
): MappedQualifier =>
  typeof detail === 'string'
    ? { name, entity: check.entity(detail, path), value: null }
    : { name, entity: null, value: check.rule(detail.value, [...path, 'value']) };

function mappedAttestation(
  check: MappingCheck,
  attestation: AttestationMapping,
  path: YamlPath,
): MappedAttestation {
  const { own = false, via = [] } = attestation;
  return {
    ...mappedRelay(check, attestation, path),
    polarity: check.ruleOrNull(attestation.polarity, [...path, 'polarity'], POLARITIES),
    own: own === false ? null : check.when(own === true ? undefined : own, [...path, 'own']),
    via: via.map((relay, index) => mappedRelay(check, relay, [...path, 'via', index])),
    credibility: check.ruleOrNull(attestation.credibility, [...path, 'credibility'], CREDIBILITIES),
  };
}

const mappedRelay = (check: MappingCheck, relay: RelayMapping, path: YamlPath): MappedRelay => ({
  source: check.source(relay.source, [...path, 'source']),
  certainty: check.ruleOrNull(relay.certainty, [...path, 'certainty'], CERTAINTIES),
  wording: check.ruleOrNull(relay.wording, [...path, 'wording']),
  locator: check.ruleOrNull(relay.locator, [...path, 'locator']),
  quote: relay.quote === undefined ? null : mappedQuote(check, relay.quote, [...path, 'quote']),
  when: check.when(relay.when, [...path, 'when']),
});

const mappedQuote = (check: MappingCheck, quote: QuoteMapping, path: YamlPath): MappedQuote => ({
  exact: check.rule(quote.exact, [...path, 'exact']),
  prefix: check.ruleOrNull(quote.prefix, [...path, 'prefix']),
  suffix: check.ruleOrNull(quote.suffix, [...path, 'suffix']),
  paragraph: check.ruleOrNull(quote.paragraph, [...path, 'paragraph']),
});
