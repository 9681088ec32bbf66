// The colours of a shape's inside and rim, by custom property: people are filled, all else is an outline, and so is who is known
// only by reference.
import type { MarkShape } from '../look/kind-mark.js';

export function colourNames(
  shape: MarkShape,
  isFocus: boolean,
  isProvisional = false,
): { inside: string; rim: string } {
  const person = isFocus ? '--accent' : '--supported';
  if (isProvisional) return { inside: '--paper', rim: shape === 'circle' ? person : '--muted' };
  if (shape === 'circle') return { inside: person, rim: person };
  return { inside: shape === 'square' ? '--shade' : '--paper', rim: '--ink' };
}
