// From a dossier's entities to commands: adding them, the names that were met in sources, their grades, and who is who.
import type { NewName } from '../../domain/command.js';
import type { EntityId } from '../../domain/ids.js';
import { dossierEntityId, type DossierReferences } from './references.js';
import type { DossierCommand, DossierEntity, DossierJudgement } from './shape.js';

export function entityCommand(dossier: string, key: string, entity: DossierEntity): DossierCommand {
  const { grade: _grade, names, ...kept } = entity;
  const early = (names ?? [])
    .filter(name => !isAddedLater(entity, name))
    .map(({ source: _source, ...name }) => name);
  return {
    command: {
      type: 'AddEntity',
      id: dossierEntityId(dossier, key),
      ...kept,
      ...(early.length === 0 ? {} : { names: early }),
    },
    path: ['entities', key],
    label: `entity ${key}`,
  };
}

/** Names that come when sources are there, and the label again in another language. */
export function addedNames(
  references: DossierReferences,
  key: string,
  entity: DossierEntity,
): DossierCommand[] {
  return (entity.names ?? []).flatMap((name, nth) => {
    if (!isAddedLater(entity, name)) return [];
    const path = ['entities', key, 'names', nth];
    const source = name.source === undefined ? {} : { source: references.sourceId(name.source, path) };
    return {
      command: { type: 'AddName', entity: idOf(references, key, entity), name: { ...name, ...source } },
      path,
      label: `entity ${key}, name ${nth + 1}`,
    };
  });
}

/** The primary name comes with the entity, which has it once: before there are sources in which it was met. */
function isAddedLater({ label, names }: DossierEntity, name: NewName): boolean {
  if (name.text === label) return names?.find(({ text }) => text === label) !== name;
  return name.source !== undefined;
}

export function grades(references: DossierReferences, key: string, entity: DossierEntity): DossierCommand[] {
  if (!entity.grade) return [];
  const command = { type: 'GradeParty', id: idOf(references, key, entity), ...entity.grade } as const;
  return [{ command, path: ['entities', key, 'grade'], label: `entity ${key}` }];
}

export const judgements = (
  references: DossierReferences,
  given: readonly DossierJudgement[],
): DossierCommand[] =>
  given.map(({ a, b, ...judged }, nth) => {
    const path = ['judgements', nth];
    const pair = { a: references.entity(a, [...path, 'a']), b: references.entity(b, [...path, 'b']) };
    return { command: { type: 'JudgeIdentity', ...pair, ...judged }, path, label: `judgement ${nth + 1}` };
  });

const idOf = (references: DossierReferences, key: string, { id }: DossierEntity): EntityId =>
  id ?? references.entity(key, ['entities', key]);
