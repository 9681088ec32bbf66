// Values that may be there at once or come later; a promise is made only if something has to be waited for.

export type Soon<T> = T | Promise<T>;

/** Applies a function to a value that is there or comes later. */
export const soon = <A, B>(value: Soon<A>, then: (value: A) => B): Soon<Awaited<B> | B> =>
  value instanceof Promise ? value.then(then) : then(value);
