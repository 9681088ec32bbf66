// Where the boxes and lines of a chain diagram stand: outlets at the left, whom they relay to the right, origins in the last
// column. Chains that share an attestation share its box. Lines that skip columns are led around the boxes there.
import type { ClaimChainFragment, ClaimSupportFragment } from '../../api/documents.js';
import { originFamilies } from './chain-families.js';
import { boxOf, type ChainBox } from './chain-box.js';
import { columnsOf } from './chain-columns.js';
import { placeRows, type Item } from './chain-rows.js';

export interface ChainLink {
  readonly from: string;
  readonly to: string;
  /** Through which it is drawn, from the right of one box to the left of the other. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Whether whom it leads to is named, and said on whose word. */
  readonly isEstablished: boolean;
}

export interface Bracket {
  readonly x: number;
  /** The middles of the origins it holds together, from the top. */
  readonly ends: readonly (readonly [x: number, y: number])[];
  readonly words: readonly string[];
}

export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ChainBox[];
  readonly links: readonly ChainLink[];
  readonly brackets: readonly Bracket[];
}

const GAP = 24;
const NARROWEST = 84;
const WIDEST = 156;
/** The line to nobody knows whom. */
export const STUB = 16;
const BRACKET = 84;

/** @param width pixels there are; with many columns the drawing is wider. */
export function layoutChains(
  chains: readonly ClaimChainFragment[],
  ties: ClaimSupportFragment['ties'],
  width: number,
): ChainLayout {
  const families = originFamilies(chains, ties);
  const columns = columnsOf(chains);
  const count = Math.max(0, ...columns.values()) + 1;
  const aside = families.length > 0 ? BRACKET + 8 * (families.length - 1) : 0;
  const room = (width - aside - GAP * (count - 1)) / count;
  const boxWidth = Math.max(NARROWEST, Math.min(WIDEST, room));
  const left = (column: number): number => column * (boxWidth + GAP);
  const nodes = new Map(chains.flatMap(chain => chain.attestations.map(node => [node.id, node] as const)));
  const sizes = new Map([...nodes].map(([id, node]) => [id, boxOf(node, boxWidth)] as const));
  const { items, routes } = itemsOf(chains, columns, id => sizes.get(id)?.height ?? 0);
  const { middles, height } = placeRows(
    items,
    families.map(({ origins }) => origins),
  );
  const middle = (id: string): number => middles.get(id) ?? 0;
  const boxes = [...sizes].map(([id, size]): ChainBox => {
    return { ...size, x: left(columns.get(id) ?? 0), y: middle(id) - size.height / 2 };
  });
  const links = routes.map((route): ChainLink => {
    const [from, to] = [route[0] ?? '', route.at(-1) ?? ''];
    const end = nodes.get(to);
    const steps = route.slice(1, -1).flatMap(id => {
      const x = left(items.get(id)?.column ?? 0);
      return [[x, middle(id)] as const, [x + boxWidth, middle(id)] as const];
    });
    return {
      from,
      to,
      points: [
        [left(columns.get(from) ?? 0) + boxWidth, middle(from)],
        ...steps,
        [left(columns.get(to) ?? 0), middle(to)],
      ],
      isEstablished: end?.source.party != null && end.lineage !== 'UNRECORDED',
    };
  });
  const right = left(count - 1) + boxWidth;
  const last = boxes.filter(({ x, width: w }) => x + w === right);
  const stub = last.some(({ isUnrecorded }) => isUnrecorded) ? STUB : 0;
  const brackets = families.map(({ origins, words }, at): Bracket => {
    const ends = origins
      .map(id => [left(columns.get(id) ?? 0) + boxWidth, middle(id)] as const)
      .sort(([, a], [, b]) => a - b);
    return { x: right + 12 + at * 8, ends, words };
  });
  return { width: right + Math.max(aside, stub), height, boxes, links, brackets };
}

/** Boxes, and stand-ins for lines in the columns that they pass. */
function itemsOf(
  chains: readonly ClaimChainFragment[],
  columns: ReadonlyMap<string, number>,
  heightOf: (id: string) => number,
): { readonly items: Map<string, Item>; readonly routes: readonly (readonly string[])[] } {
  const items = new Map<string, Item>();
  const routes = new Map<string, string[]>();
  for (const id of columns.keys())
    items.set(id, { column: columns.get(id) ?? 0, height: heightOf(id), next: [] });
  for (const { attestations } of chains)
    for (const [at, { id: from }] of attestations.entries()) {
      const to = attestations[at + 1]?.id;
      const key = `${from} ${to}`;
      if (to === undefined || routes.has(key)) continue;
      const route = [from];
      for (let column = (columns.get(from) ?? 0) + 1; column < (columns.get(to) ?? 0); column++) {
        items.set(`${key} ${column}`, { column, height: 10, next: [] });
        route.push(`${key} ${column}`);
      }
      route.push(to);
      routes.set(key, route);
      for (const [step, id] of route.entries()) {
        const after = route[step + 1];
        if (after !== undefined) items.get(id)?.next.push(after);
      }
    }
  return { items, routes: [...routes.values()] };
}
