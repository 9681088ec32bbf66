// The colours of the look as they are now, light or dark: custom properties, resolved for what is drawn outside of CSS.
const NAMES = [
  '--paper',
  '--shade',
  '--ink',
  '--muted',
  '--accent',
  '--corroborated',
  '--supported',
  '--speculative',
  '--disputed',
  '--unsupported',
] as const;

/** By custom property, as `rgb(…)`. */
export type Colours = Readonly<Record<string, string>>;

export function readColours(near: HTMLElement): Colours {
  // A property's own value may say `light-dark(…)`; what is computed from it does not.
  const probe = document.createElement('span');
  near.append(probe);
  const colours = NAMES.map(name => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(colours);
}

/** @param strength from 0, not to be seen, to 1. */
export const faint = (colour: string, strength = 0.4): string =>
  strength >= 1 ? colour : colour.replace('rgb(', 'rgba(').replace(')', `, ${strength.toFixed(2)})`);
