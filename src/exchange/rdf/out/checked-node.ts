// The last look before a node is written: half a character has no place in any encoding, so it is refused by name.
import { InvalidInput } from '../../../domain/refusal.js';
import { textIn, type NodeValue, type RdfNode } from '../rdf-node.js';

/** @throws InvalidInput naming the thing and the member. */
export function checkedNode(node: RdfNode): RdfNode {
  for (const [member, value] of Object.entries(node)) check(value, member, node);
  return node;
}

function check(value: NodeValue, member: string, { '@id': id }: RdfNode): void {
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) {
    const words = `holds half a character (a lone surrogate) in \`${member}\``;
    throw new InvalidInput(`${textIn(id)} ${words}, which no file can keep: redact or correct it first.`);
  }
  if (Array.isArray(value)) value.forEach(one => check(one as NodeValue, member, { '@id': id }));
  else if (typeof value === 'object') {
    for (const one of Object.values(value)) check(one, member, { '@id': id });
  }
}
