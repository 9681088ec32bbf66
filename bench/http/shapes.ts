// The shapes of reads, each asked with other variables every time: a body that was sent before may have its answer kept.
import { actorId } from '../worlds/power-law.js';

export interface Shape {
  readonly operationName: string;
  readonly query: string;
  /** Others for every number. @param asked ids of actors with between 10 and 40 claims. */
  variables(nth: number, asked: readonly string[]): Readonly<Record<string, unknown>>;
}

const SUPPORT = '{ attestations origins independent independence certainty denials }';
const PREDICATES = ['meets', 'supports', 'opposes', 'praises', 'accuses', 'watches', 'cooperates_with'];
const PAGES = 97;

/** One entity, 10 of its claims, all attestations of these (three each) with their sources and parties. */
export const NESTED: Shape = {
  operationName: 'Nested',
  query: `query Nested($id: ID!, $attestations: Int!, $withdrawn: Boolean!) { entity(id: $id) { id label kind claims(first: 10) { nodes {
    id sentence validTime attestations(first: $attestations, includeWithdrawn: $withdrawn) { nodes {
      id polarity certainty source { id title publishedAt party { label } } } } } } } }`,
  // A page of at least three rows is always the same page, and nothing was withdrawn.
  variables: (nth, asked) => ({
    id: asked[nth % asked.length],
    attestations: 3 + (Math.floor(nth / asked.length) % PAGES),
    withdrawn: Math.floor(nth / asked.length / PAGES) % 2 === 1,
  }),
};

export const LIST: Shape = {
  operationName: 'List',
  query: `query List($predicates: [String!]!) { claims(first: 100, filter: { predicates: $predicates }) { nodes {
    id sentence validTime status support ${SUPPORT} } } }`,
  // All but one or two of the predicates, and some of them twice, which asks for the same.
  variables: nth => {
    const [left, out] = [nth % 7, Math.floor(nth / 7) % 7];
    const wanted = PREDICATES.filter((_, at) => at !== left && at !== out);
    if (left > out) wanted.reverse();
    const twice = [...Math.floor(nth / 49).toString(wanted.length)].map(digit => wanted[Number(digit)]);
    return { predicates: [...wanted, ...twice] };
  },
};

export const PATH: Shape = {
  operationName: 'Path',
  query: `query Path($id: ID!, $to: ID!) { paths(from: $id, to: $to, maxHops: 4, limit: 3) { paths { hops {
    from { label } to { label } forward claim { sentence support ${SUPPORT} } } } truncated } }`,
  variables: (nth, asked) => {
    const [from, step] = [nth % asked.length, 1 + (Math.floor(nth / asked.length) % (asked.length - 1))];
    return { id: asked[from], to: asked[(from + step) % asked.length] };
  },
};

export const SEARCH: Shape = {
  operationName: 'Search',
  query: `query Search($text: String!, $first: Int!) { search(text: $text, first: $first) { edges {
    matchedName score node { id label kind } } } }`,
  // By the number, the one word that not all names have.
  variables: (nth, asked) => ({
    text: asked[nth % asked.length]?.slice(actorId(0).length - 1),
    first: 10 + (Math.floor(nth / asked.length) % 90),
  }),
};

export const bodyOf = (shape: Shape, nth: number, asked: readonly string[]): string =>
  JSON.stringify({
    operationName: shape.operationName,
    query: shape.query,
    variables: shape.variables(nth, asked),
  });
