// Puts things of some height below one another, each as near as may be to where it wants to stand.

interface Block {
  /** How many things are in it. */
  readonly count: number;
  /** Where its first one would stand, by the mean of what all of them want. */
  readonly start: number;
}

/**
 * The middles, in the same order, with at least `space` between two: those with the least squares of distance from what is wanted.
 * By pooling neighbours that are in each other's way (https://en.wikipedia.org/wiki/Isotonic_regression).
 */
export function spread(wanted: readonly number[], heights: readonly number[], space: number): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const [at, height] of heights.entries()) {
    if (at > 0) offset += (heights[at - 1] ?? 0) / 2 + space + height / 2;
    offsets.push(offset);
  }
  const blocks: Block[] = [];
  for (const [at, middle] of wanted.entries()) {
    let block: Block = { count: 1, start: middle - (offsets[at] ?? 0) };
    for (let above = blocks.at(-1); above && above.start > block.start; above = blocks.at(-1)) {
      blocks.pop();
      const count = above.count + block.count;
      block = { count, start: (above.start * above.count + block.start * block.count) / count };
    }
    blocks.push(block);
  }
  const starts = blocks.flatMap(({ count, start }) => Array.from({ length: count }, () => start));
  return starts.map((start, at) => start + (offsets[at] ?? 0));
}
