// Scopes: what a caller may do, the smallest first, and which scope a field of the API demands.
import type { GraphQLField } from 'graphql';

/** Each holds those before it. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks: recorded with whatever is accepted. */
export interface Caller {
  readonly name: string;
  readonly scope: Scope;
}

export const isScope = (value: unknown): value is Scope => SCOPES.some(scope => scope === value);

/** Whether who holds one scope may do what demands the other. */
export const covers = (held: Scope, demanded: Scope): boolean =>
  SCOPES.indexOf(held) >= SCOPES.indexOf(demanded);

/** The scope that a field declares, or null. */
export function declaredScope({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): Scope | null {
  const { scope } = extensions;
  return isScope(scope) ? scope : null;
}
