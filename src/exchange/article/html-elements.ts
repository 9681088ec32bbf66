// Walks a parsed page element by element, without recursion: pages may be nested as deep as they like.
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** One step of a walk: a text, or an element that begins or ends. */
export type HtmlStep =
  { readonly text: string } | { readonly begins: HtmlElement } | { readonly ends: HtmlElement };

export const parseHtml = (html: string): HtmlParent => parse(html);

/** @param accept whether to read an element; one that it refuses is skipped with everything in it */
export function* walkHtml(
  root: HtmlParent,
  accept: (element: HtmlElement) => boolean = () => true,
): IterableIterator<HtmlStep> {
  const waiting: (Node | { readonly ended: HtmlElement })[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('ended' in node) yield { ends: node.ended };
    else if (defaultTreeAdapter.isTextNode(node)) yield { text: node.value };
    else if (defaultTreeAdapter.isElementNode(node) && accept(node)) {
      yield { begins: node };
      waiting.push({ ended: node });
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child) waiting.push(child);
      }
    }
  }
}

/** All elements below, in their order. */
export function* elementsOf(root: HtmlParent): IterableIterator<HtmlElement> {
  for (const step of walkHtml(root)) if ('begins' in step) yield step.begins;
}

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find(attribute => attribute.name === name)?.value;

/** The text right in an element, as of a title or a script. */
export const ownText = (element: HtmlElement): string =>
  element.childNodes.map(node => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');
