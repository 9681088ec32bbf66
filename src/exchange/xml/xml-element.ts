// A part of an XML file as it was read: an element with what is in it.
import type { ItemPlace } from '../import/importer.js';

export interface XmlElement {
  /** Without the prefix that the root has; any other prefix stays: `viz:color`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly in it. */
  readonly text: string;
  readonly place: ItemPlace;
}

/** An element that is complete, and those around it, the root first, as far as they were read. */
export interface XmlRecord {
  readonly element: XmlElement;
  readonly around: readonly XmlElement[];
}

export const childrenOf = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter(child => child.name === name);

/** All elements of a name anywhere within. */
export const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap(child => [...(child.name === name ? [child] : []), ...within(child, name)]);

/** An attribute that is not blank. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const text = attributes.get(name)?.trim();
  return text === '' ? undefined : text;
}
