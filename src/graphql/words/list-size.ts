// The stated size of a list without `first`: its bound, or the argument of a field around it.
import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/** Arguments that set lengths, with the values they have for a field or the nearest field around it that takes them. */
export type Lengths = Readonly<Record<LengthName, number>>;
export const LENGTH_NAMES = ['first', 'limit', 'maxHops'] as const;
export type LengthName = (typeof LENGTH_NAMES)[number];

/** A length, or how it follows from what was asked for. */
export type SizeRule = number | ((lengths: Lengths) => number);

/** States the greatest length of a list, for what it costs. Put on a field that returns one and does not take `first` or `limit`. */
export const ListSize = (size: SizeRule): MethodDecorator & PropertyDecorator =>
  Extensions({ listSize: size });

/** The stated size of a field's list; null where none is stated. */
export const statedSize = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): SizeRule | null =>
  (extensions['listSize'] as SizeRule | undefined) ?? null;
