// Decisions about entities: adding them and their names, grading them as parties, judging who is who.
import type { AddEntity, AddName, GradeParty, JudgeIdentity, NewName } from '../../domain/command.js';
import { scriptOf, type Entity, type Name } from '../../domain/entity.js';
import type { Event } from '../../domain/event.js';
import { contentId, type Json } from '../../domain/ids.js';
import { Conflict, InvalidInput } from '../../domain/refusal.js';
import { readText, readUrl } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { EntityRecord } from '../../graph/records/records.js';
import { isNamed } from '../../graph/records/spellings.js';
import type { Decision } from './decision.js';
import { getEntity, missing } from './lookups.js';

const ENTITY_ID = /^entity:[a-z0-9][a-z0-9._/-]{0,199}$/;

/**
 * The label becomes the primary name. Adding what is there adds only the names that are new, but describes an entity that was
 * known only by reference.
 */
export function decideAddEntity(graph: ClaimGraph, command: AddEntity): Decision {
  const label = readText(command.label, 'name', ['label']);
  const { kind } = command;
  const described = command.description?.trim()
    ? { description: readText(command.description, 'note', ['description']) }
    : {};
  const sameAs = [...new Set((command.sameAs ?? []).map(url => readUrl(url, ['sameAs'])))].sort();
  const names = readNames(graph, label, command.names ?? []);
  const id =
    command.id ?? contentId('entity', { kind, label, ...described, sameAs, names: names as unknown as Json });
  if (!ENTITY_ID.test(id)) {
    const advice = 'entity: followed by lower-case letters, digits and . _ / -';
    throw new InvalidInput(`"${id.slice(0, 100)}" is no id for an entity: ${advice}.`, { field: ['id'] });
  }
  const entity: Entity = { id, kind, label, ...described, sameAs };
  const known = graph.findEntity(id);
  if (!known) {
    const added = command.provisional ? { ...entity, provisional: true as const } : entity;
    return { events: [{ type: 'EntityAdded', entity: added, names }], entity: id };
  }
  if (command.provisional) return { events: [], entity: id };
  const news = newAmong(names, known);
  if (known.entity.provisional) {
    return { events: [{ type: 'EntityDescribed', entity, names: news }], entity: id };
  }
  refuseOther(known, entity, command.spelledOtherwise === true ? ['kind'] : ['kind', 'label', 'description']);
  const added = news.map((name): Event => ({ type: 'NameAdded', entity: id, name: besides(name) }));
  return { events: added, entity: id };
}

/** An entity has its primary name already. */
const besides = (name: Name): Name => (name.kind === 'PRIMARY' ? { ...name, kind: 'ALIAS' } : name);

function refuseOther(
  { entity: known }: EntityRecord,
  entity: Entity,
  fields: readonly ('kind' | 'label' | 'description')[],
): void {
  for (const field of fields) {
    if (known[field] === entity[field]) continue;
    const words = `${field} "${known[field] ?? ''}", not "${entity[field] ?? ''}"`;
    throw new Conflict(`Entity "${known.id}" is recorded with ${words}: give another id, or add a name.`, {
      field: [field],
    });
  }
}

export function decideAddName(graph: ClaimGraph, command: AddName): Decision {
  const record = getEntity(graph, command.entity, ['entity']);
  const name = readName(graph, command.name, ['name']);
  if (newAmong([name], record).length === 0) return { events: [], entity: command.entity };
  return { events: [{ type: 'NameAdded', entity: command.entity, name }], entity: command.entity };
}

/** Those that an entity has not yet. */
const newAmong = (names: readonly Name[], entity: EntityRecord): readonly Name[] =>
  names.filter(({ text, language }) => !isNamed(entity.names, text, language));

function readNames(graph: ClaimGraph, label: string, given: readonly NewName[]): Name[] {
  const names = given.map((name, index) => readName(graph, name, ['names', String(index)]));
  const primary = names.find(name => name.text === label) ?? readName(graph, { text: label }, ['label']);
  const others = names.filter(name => name.text !== label);
  return [{ ...primary, kind: 'PRIMARY' }, ...others];
}

function readName(graph: ClaimGraph, name: NewName, field: readonly string[]): Name {
  const text = readText(name.text, 'name', [...field, 'text']);
  const { language, source } = name;
  if (language !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) {
    const advice = 'give a BCP 47 tag such as ko or zh-Hant';
    throw new InvalidInput(`"${language.slice(0, 40)}" is no language tag: ${advice}.`, {
      field: [...field, 'language'],
    });
  }
  if (name.script !== undefined && !/^[A-Z][a-z]{3}$/.test(name.script)) {
    const advice = 'give the four letters of ISO 15924, such as Cyrl';
    throw new InvalidInput(`"${name.script.slice(0, 40)}" is no script: ${advice}.`, {
      field: [...field, 'script'],
    });
  }
  if (source !== undefined && !graph.findSource(source))
    missing('source', source, [...field, 'source'], 'attach it first');
  const script = name.script ?? scriptOf(text);
  return {
    text,
    kind: name.kind ?? 'ALIAS',
    ...(language === undefined ? {} : { language }),
    ...(script === undefined ? {} : { script }),
    ...(source === undefined ? {} : { source }),
  };
}

export function decideGrade(graph: ClaimGraph, command: GradeParty): Decision {
  const { id: party, reliability } = command;
  const last = getEntity(graph, party, ['id']).grades.at(-1);
  const reason = readReason(command.reason);
  if (last?.reliability === reliability && last.reason === reason.reason)
    return { events: [], entity: party };
  return { events: [{ type: 'PartyGraded', party, reliability, ...reason }], entity: party };
}

export function decideJudge(graph: ClaimGraph, command: JudgeIdentity): Decision {
  const { a, b, judgement } = command;
  const [one, other] = [getEntity(graph, a, ['a']), getEntity(graph, b, ['b'])];
  if (a === b) throw new InvalidInput('`a` and `b` are one entity already: name two.', { field: ['b'] });
  const last = one.judgements.filter(known => known.other === b).at(-1);
  const reason = readReason(command.reason);
  if (last?.judgement === judgement && last.reason === reason.reason) return { events: [], entity: a };
  if (judgement === 'SAME' && one.entity.kind !== other.entity.kind) {
    const kinds = `a ${one.entity.kind} and a ${other.entity.kind}`;
    throw new InvalidInput(`"${a}" and "${b}" are ${kinds}: they cannot be the same.`, { field: ['b'] });
  }
  return { events: [{ type: 'IdentityJudged', a, b, judgement, ...reason }], entity: a };
}

const readReason = (reason: string | undefined): { reason?: string } =>
  reason === undefined ? {} : { reason: readText(reason, 'note', ['reason']) };
