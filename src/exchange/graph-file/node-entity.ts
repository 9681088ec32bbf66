// Reads a node as an entity: kind, label and description from its attributes; all other attributes become `has_property`.
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { validTimeOf } from './file-time.js';
import { valueOf, type FileNode } from './graph-file.js';
import type { GraphNodes } from './graph-nodes.js';
import { addOwnEntity, isOwnNode } from './own-entity.js';

/** @throws InvalidInput where its id is missing, another node's, or ours and its kind is not. */
export function addNode(node: FileNode, known: GraphNodes, says: Says, draft: RecordDraft): void {
  for (const what of node.lost) draft.lose(what);
  const named = kindOf(node);
  if (isOwnNode(node) && !named)
    throw new InvalidInput('The node has an id of ours and no `kind` of ours: give it one, or another id.');
  const { id, kind } = known.add(node.id, named?.kind ?? 'TOPIC');
  if (isOwnNode(node)) {
    addOwnEntity(node, { id, kind }, draft);
    return;
  }
  const told = [node.label, valueOf(node, 'label'), valueOf(node, 'name'), valueOf(node, 'title')];
  const labels = [...new Set(told.flatMap(text => (text === undefined ? [] : [text])))];
  const [label = node.id ?? '', ...others] = labels;
  const description = valueOf(node, 'description');
  const kept = description === undefined ? undefined : draft.text(description, 'note', 'a description');
  const names = others.flatMap(text => draft.text(text, 'name', 'another name') ?? []);
  draft.entity({
    id,
    kind,
    label,
    ...(names.length > 0 ? { names: names.map(text => ({ text })) } : {}),
    ...(kept === undefined ? {} : { description: kept }),
  });
  const read = ['label', 'name', 'title', 'description', ...(named ? [named.attribute] : [])];
  properties(node, id, read, says, draft);
}

function properties(
  node: FileNode,
  subject: string,
  read: readonly string[],
  says: Says,
  draft: RecordDraft,
): void {
  const times = node.times.flatMap(({ start, end, isNumber }) => [
    ...(start === undefined ? [] : [{ name: 'start', text: start, isNumber }]),
    ...(end === undefined ? [] : [{ name: 'end', text: end, isNumber }]),
  ]);
  for (const value of [...node.values, ...times]) {
    const { name, text } = value;
    if (read.includes(name.toLowerCase())) continue;
    const what = `attribute "${name.slice(0, 60)}" of nodes`;
    const when = 'when' in value ? value.when : undefined;
    const validTime = when === undefined ? undefined : validTimeOf(when, draft);
    if (when !== undefined && validTime === undefined) draft.lose('times of attributes that are no dates');
    draft.claimIfFit(
      {
        subject,
        predicate: 'has_property',
        value: text,
        ...(validTime === undefined ? {} : { validTime }),
        qualifiers: [{ name: 'property', value: name }],
      },
      [says],
      what,
    );
  }
}

/** By the attribute `kind`, else `type`, where it names one of ours. */
function kindOf(node: FileNode): { readonly kind: EntityKind; readonly attribute: string } | undefined {
  for (const attribute of ['kind', 'type']) {
    const word = valueOf(node, attribute)?.toUpperCase();
    const kind = ENTITY_KINDS.find(one => one === word);
    if (kind) return { kind, attribute };
  }
  return undefined;
}
