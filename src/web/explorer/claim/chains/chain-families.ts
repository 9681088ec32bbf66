// Which origins of a claim's chains count as one family, and what ties them: what the bracket beside the chains says.
import type { ClaimChainFragment, ClaimSupportFragment } from '../../api/documents.js';

type Ties = ClaimSupportFragment['ties'];

export interface OriginFamily {
  /** Ids of attestations, in the order of the chains; at least two. */
  readonly origins: readonly string[];
  /** What ties them, e.g. `speaks for`. */
  readonly words: readonly string[];
}

/** The family of each party; parties that nothing ties stand alone. */
function familiesOf(ties: Ties): (party: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (party: string): string => {
    const parent = parents.get(party);
    return parent === undefined ? party : rootOf(parent);
  };
  for (const { a, b } of ties) {
    const [one, other] = [rootOf(a.id), rootOf(b.id)];
    if (one !== other) parents.set(one, other);
  }
  return rootOf;
}

/** Families that two or more origins belong to. An unnamed party belongs to none. */
export function originFamilies(chains: readonly ClaimChainFragment[], ties: Ties): OriginFamily[] {
  const familyOf = familiesOf(ties);
  const members = new Map<string, Map<string, string>>();
  for (const { attestations, attestationsCount } of chains) {
    // Of a chain that is too long to be asked for whole the origin is not here.
    if (attestations.length < attestationsCount) continue;
    const origin = attestations.at(-1);
    const party = origin?.source.party?.id;
    if (origin === undefined || party === undefined) continue;
    const family = familyOf(party);
    members.set(family, (members.get(family) ?? new Map<string, string>()).set(origin.id, party));
  }
  return [...members].flatMap(([family, parties]) =>
    parties.size < 2
      ? []
      : [{ origins: [...parties.keys()], words: wordsOf(ties, [...parties.values()], family, familyOf) }],
  );
}

function wordsOf(
  ties: Ties,
  parties: readonly string[],
  family: string,
  familyOf: (party: string) => string,
): string[] {
  const own = ties.filter(({ a }) => familyOf(a.id) === family);
  const predicates = own.flatMap(({ because }) => because.map(({ predicate }) => predicate.label));
  return [
    ...new Set([
      ...(new Set(parties).size < parties.length ? ['the same party'] : []),
      ...predicates,
      ...(own.some(({ because }) => because.length === 0) ? ['judged to be the same'] : []),
    ]),
  ];
}
