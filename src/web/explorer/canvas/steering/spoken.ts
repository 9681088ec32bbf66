// What the live region says of where one is.
import { counted, KIND, PROVISIONAL, STATUS } from '../../words/words.js';
import type { DrawnEdge, DrawnNode, Drawing } from '../../walk/drawing.js';
import { claimsWithoutLine } from '../../walk/claims-without-line.js';
import type { SteeringWay } from './steering.js';

/** "Choe Ryong Hae, person, 24 claims, 12 shown". */
export function nodeSpoken({ entity, claims, expanded, isProvisional }: DrawnNode, shown: number): string {
  return [
    entity.label,
    KIND[entity.kind],
    ...(isProvisional ? [PROVISIONAL] : []),
    claims === null ? `${counted(shown, 'claim')} shown` : `${counted(claims, 'claim')}, ${shown} shown`,
    ...(expanded ? ['expanded'] : []),
  ].join(', ');
}

/** The claim's sentence and how firm it is. */
export const edgeSpoken = ({ claim, isWeakest, fall }: DrawnEdge): string =>
  [
    `${claim.sentence}: ${STATUS[claim.status].toLowerCase()}`,
    ...(isWeakest ? ['the weakest of its path'] : []),
    ...(fall === null ? [] : [`it ${fall}`]),
  ].join(', ');

/** On arriving somewhere: what was passed along, and where one is now. */
export function waySpoken({ along }: SteeringWay, node: DrawnNode, shown: number): string {
  const here = nodeSpoken(node, shown);
  return along === null ? `No claim leads there. ${here}` : `${edgeSpoken(along)}. ${here}`;
}

/** Of the whole drawing, on entering it. */
export function drawingSpoken(drawing: Drawing): string {
  const { nodes, edges } = drawing;
  const drawn = `Graph of ${counted(nodes.length, 'entity', 'entities')} and ${counted(edges.length, 'claim')}`;
  const lineless = claimsWithoutLine(drawing);
  return lineless === null ? drawn : `${drawn}; ${lineless}: in the table`;
}
