// Which column of a chain diagram each attestation stands in.
import type { ClaimChainFragment } from '../../api/documents.js';

/** From 0: held ones that nobody relays at the left, origins that others lead to in the last column. */
export function columnsOf(chains: readonly Pick<ClaimChainFragment, 'attestations'>[]): Map<string, number> {
  const columns = new Map<string, number>();
  const last = Math.max(0, ...chains.map(({ attestations }) => attestations.length - 1));
  // Each pass moves what is relayed behind those who relay it. Two that relay each other on different chains would move for
  // ever: there are no more passes than columns.
  for (let pass = 0; pass <= last; pass++)
    for (const { attestations } of chains) {
      let least = 0;
      for (const { id } of attestations) {
        const column = Math.min(last, Math.max(least, columns.get(id) ?? 0));
        columns.set(id, column);
        least = column + 1;
      }
    }
  for (const { attestations } of chains) {
    const origin = attestations.at(-1);
    if (origin && attestations.length > 1) columns.set(origin.id, last);
  }
  // Those that relay each other may have left the first columns empty.
  const used = [...new Set(columns.values())].sort((a, b) => a - b);
  for (const [id, column] of columns) columns.set(id, used.indexOf(column));
  return columns;
}
