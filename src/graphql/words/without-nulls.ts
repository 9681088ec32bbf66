// Removes nulls from inputs: GraphQL lets an optional input be null, commands leave it out.

/** The input without its null and undefined members, at any depth; class instances become plain objects. */
export function given<T>(input: T): T {
  if (Array.isArray(input)) return input.map(item => given(item as unknown)) as T;
  if (input === null || typeof input !== 'object') return input;
  const members = Object.entries(input).filter(([, member]) => member != null);
  return Object.fromEntries(members.map(([name, member]) => [name, given(member as unknown)])) as T;
}
