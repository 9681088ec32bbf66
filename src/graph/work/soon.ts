// Values that are there at once where they can be, else soon: a promise is made only where something has to be waited for.

export type Soon<T> = T | Promise<T>;

/** What follows from a value. */
export const soon = <A, B>(value: Soon<A>, then: (value: A) => B): Soon<Awaited<B> | B> =>
  value instanceof Promise ? value.then(then) : then(value);
