// An entity read from a node of our JSON-LD: its names, and how it is graded as a party.
import type { AddName, Command, NewName } from '../../../domain/command.js';
import { ENTITY_KINDS, NAME_KINDS } from '../../../domain/entity.js';
import { RELIABILITIES } from '../../../domain/source.js';
import type { NodeReader } from './node-reader.js';
import { present } from './present.js';

export interface RdfEntity {
  readonly commands: readonly Command[];
  /** Names with the source they were met in: to be added when that is there. */
  readonly namesMet: readonly AddName[];
  readonly lost: readonly string[];
}

export function readEntity(node: NodeReader): RdfEntity {
  const { id: entity } = node;
  const label = node.need('label');
  const names = node.nodes('name').map(nameOf);
  const primary = names.find(({ text }) => text === label);
  const others = names.filter(name => name !== primary);
  // With the entity itself goes one name of the label's spelling.
  const isEarly = ({ text, source }: NewName): boolean => source === undefined && text !== label;
  const added = (list: readonly NewName[]) =>
    list.map((name): AddName => ({ type: 'AddName', entity, name }));
  const { source: metIn, ...first } = primary ?? { text: label };
  return {
    commands: [
      {
        type: 'AddEntity',
        id: entity,
        kind: node.needWord('kind', ENTITY_KINDS),
        label,
        names: [first, ...others.filter(isEarly)],
        ...present({ description: node.text('description') }),
        sameAs: node.texts('sameAs'),
        ...(node.data['provisional'] === true ? { provisional: true } : {}),
      },
      ...added(others.filter(({ text, source }) => source === undefined && text === label)),
      ...gradeOf(entity, node.node('grade')),
    ],
    namesMet: added(others.filter(({ source }) => source !== undefined)),
    lost: metIn === undefined ? [] : ['the source in which the first name was met'],
  };
}

function nameOf(node: NodeReader): NewName & { readonly source?: string } {
  const form = node.node('literalForm');
  return {
    text: node.need('literalForm'),
    ...present({
      language: form?.text('@language'),
      script: node.text('script'),
      kind: node.word('nameKind', NAME_KINDS),
      source: node.ids('metIn')[0],
    }),
  };
}

const gradeOf = (id: string, node: NodeReader | undefined): Command[] =>
  node
    ? [
        {
          type: 'GradeParty',
          id,
          reliability: node.needWord('reliability', RELIABILITIES),
          ...present({ reason: node.text('reason') }),
        },
      ]
    : [];
