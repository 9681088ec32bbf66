// A node that our own export wrote, read again as the entity it was.
import type { AddName, NewName } from '../../domain/command.js';
import { NAME_KINDS } from '../../domain/entity.js';
import { idKind } from '../../domain/ids.js';
import type { RecordDraft } from '../import/record-draft.js';
import { valueOf, type FileNode } from './graph-file.js';
import type { KnownNode } from './graph-nodes.js';
import { type JsonObject } from '../../domain/json.js';
import { ownList, textIn } from './own-json.js';
import { NODE_ATTRIBUTES } from './own-names.js';

/** By its id, whatever program it went through since. */
export const isOwnNode = ({ id }: Pick<FileNode, 'id'>): boolean =>
  id !== undefined && idKind(id) === 'entity';

/** @throws InvalidInput where its names cannot be read. */
export function addOwnEntity(node: FileNode, { id, kind }: KnownNode, draft: RecordDraft): void {
  const label = node.label ?? valueOf(node, 'label') ?? id;
  const names = ownList('names', valueOf(node, 'names')).map(nameOf);
  const primary = names.find(({ text }) => text === label);
  const description = valueOf(node, 'description');
  const sameAs = valueOf(node, 'same_as')?.split(/\s+/) ?? [];
  draft.entity({
    id,
    kind,
    label,
    names: [...(primary ? [primary] : []), ...names.filter(({ text }) => text !== label)],
    ...(description === undefined ? {} : { description }),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    ...(valueOf(node, 'provisional') === 'true' ? { provisional: true } : {}),
  });
  const again = names.filter(name => name.text === label && name !== primary);
  draft.commands.push(...again.map((name): AddName => ({ type: 'AddName', entity: id, name })));
  if (valueOf(node, 'reliability') !== undefined) draft.lose('how reliable a party is');
  for (const { name } of node.values) {
    if (!(NODE_ATTRIBUTES as readonly string[]).includes(name)) {
      draft.lose(`attribute "${name.slice(0, 60)}", which was added to nodes since`);
    }
  }
  if (node.times.length > 0) draft.lose('times that were added to nodes since');
}

function nameOf(members: JsonObject): NewName {
  const [language, script] = [textIn(members, 'language'), textIn(members, 'script')];
  const kind = NAME_KINDS.find(one => one === textIn(members, 'kind'));
  return {
    text: textIn(members, 'text') ?? '',
    ...(language === undefined ? {} : { language }),
    ...(script === undefined ? {} : { script }),
    ...(kind === undefined ? {} : { kind }),
  };
}
