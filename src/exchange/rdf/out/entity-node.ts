// An entity as a node: labels of RDFS and SKOS for all readers, and each name with what is known of it.
import type { EntityKind } from '../../../domain/entity.js';
import type { EntityRecord, NameRecord } from '../../../graph/records/records.js';
import type { Lose } from '../../export/exporter.js';
import type { ExportWorld } from '../../export/export-world.js';
import { address, listed, recordedMembers, writtenId, type NodeValue, type RdfNode } from '../rdf-node.js';

/** What others call such things. */
const CLASSES: { readonly [kind in EntityKind]: string } = {
  PERSON: 'schema:Person',
  ORGANIZATION: 'schema:Organization',
  STATE: 'schema:Country',
  ROLE: 'schema:Role',
  PLACE: 'schema:Place',
  EVENT: 'schema:Event',
  TOPIC: 'skos:Concept',
};

export function entityNode(world: ExportWorld, record: EntityRecord, lose: Lose): RdfNode {
  const { id, kind, label, description, sameAs, provisional } = record.entity;
  const written = writtenId(id);
  const names = world.namesOf(record);
  const isPrimary = ({ kind: nameKind }: NameRecord): boolean => nameKind === 'PRIMARY';
  return {
    '@id': written,
    '@type': ['Entity', CLASSES[kind]],
    kind,
    label,
    description,
    provisional,
    prefLabel: listed(names.filter(isPrimary).map(labelOf)),
    altLabel: listed(unlike(names.filter(name => !isPrimary(name)).map(labelOf))),
    name: listed(names.map((name, index) => nameNode(`${written}#name-${index + 1}`, name))),
    sameAs: listed(sameAs.map(address)),
    grade: gradeNode(world, written, record, lose),
    ...recordedMembers(record.recorded),
  };
}

const labelOf = ({ text, language }: NameRecord): NodeValue =>
  language === undefined ? { '@value': text } : { '@value': text, '@language': language };

/** A name that two kinds of spelling share is one label. */
const unlike = (labels: readonly NodeValue[]): NodeValue[] => [
  ...new Map(labels.map(label => [JSON.stringify(label), label])).values(),
];

const nameNode = (id: string, name: NameRecord): RdfNode => ({
  '@id': id,
  '@type': 'skosxl:Label',
  literalForm: labelOf(name),
  nameKind: name.kind,
  script: name.script,
  metIn: name.source === undefined ? undefined : writtenId(name.source),
  ...recordedMembers(name.recorded),
});

function gradeNode(
  { viewed: { lens } }: ExportWorld,
  written: string,
  { grades }: EntityRecord,
  lose: Lose,
): RdfNode | undefined {
  const known = grades.filter(grade => lens.knows(grade));
  const last = known.at(-1);
  if (!last) return undefined;
  known.slice(1).forEach(() => lose('a grade of a party before the last one'));
  const { reliability, reason, recorded } = last;
  return { '@id': `${written}#grade`, '@type': 'Grade', reliability, reason, ...recordedMembers(recorded) };
}
