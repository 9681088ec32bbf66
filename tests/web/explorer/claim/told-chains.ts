// Chains of a claim written as words for tests: `chain('UPI', 'Yonhap?')`. A mark of question: only reported.
import type { ClaimChainFragment, ClaimSupportFragment } from '../../../../src/web/explorer/api/documents.js';

type Attested = ClaimChainFragment['attestations'][number];

export const party = (label: string) => ({
  id: `entity:${label}`,
  kind: 'ORGANIZATION' as const,
  label,
});

/** Its id is its name. After a slash stands the party, where it is another: `Lim/2` is a second word of Lim's. */
export function attested(name: string, changes: Partial<Attested> = {}): Attested {
  const label = name.replace(/\?$/, '').replace(/\/.*$/, '');
  const held = !name.endsWith('?');
  return {
    id: name.replace(/\?$/, ''),
    lineage: 'OWN',
    held,
    source: {
      id: `source:${name}`,
      kind: 'ARTICLE',
      title: null,
      url: null,
      publishedAt: '2014-11-18',
      held,
      party: party(label),
      partyDescribedAs: null,
    },
    ...changes,
  };
}

export const unnamed = (name: string, describedAs: string): Attested => {
  const known = attested(name);
  return { ...known, source: { ...known.source, party: null, partyDescribedAs: describedAs } };
};

export const chain = (...links: readonly (string | Attested)[]): ClaimChainFragment => ({
  certainty: 'CERTAIN',
  established: true,
  attestationsCount: links.length,
  attestations: links.map(link => (typeof link === 'string' ? attested(link) : link)),
});

export type Tie = ClaimSupportFragment['ties'][number];

/** Without predicates: judged to be the same. */
export const tie = (a: string, b: string, ...predicates: readonly string[]): Tie => ({
  a: party(a),
  b: party(b),
  becauseCount: predicates.length,
  because: predicates.map(label => ({
    id: `claim:${a} ${label} ${b}`,
    sentence: `${a} ${label} ${b}`,
    status: 'SUPPORTED',
    validTime: null,
    subject: party(a),
    predicate: { id: label, label, symmetric: false },
    object: party(b),
    value: null,
  })),
});

export const support = (changes: Partial<ClaimSupportFragment> = {}): ClaimSupportFragment => ({
  attestations: 1,
  sources: 1,
  parties: 1,
  origins: 1,
  independent: 1,
  exact: true,
  independence: 'SINGLE',
  interested: false,
  circular: false,
  denials: 0,
  certainty: 'CERTAIN',
  firstSaid: null,
  lastSaid: null,
  soleDependencies: [],
  soleDependenciesCount: changes.soleDependencies?.length ?? 0,
  ties: [],
  tiesCount: changes.ties?.length ?? 0,
  ...changes,
});
