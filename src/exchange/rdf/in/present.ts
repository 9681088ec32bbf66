// Members that are there: optional ones are left out, not undefined.

type Present<T> = { readonly [key in keyof T]?: Exclude<T[key], undefined> };

export const present = <T extends object>(members: T): Present<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
