// Checks of stored values: each says what is wrong and where, so damage is reported instead of failing later.
import { isObject } from '../../domain/json.js';

/** Null where the value is right, else what is wrong with it, after its path: `.claim.subject is not text`. */
export type Check = (value: unknown) => string | null;

/** A check for every member of T, optional ones included: a member that nobody listed does not compile. */
export type Fields<T> = { readonly [Member in keyof T]-?: Check };

export const text: Check = value => (typeof value === 'string' ? null : ' is not text');

/** A whole number from 0. */
export const count: Check = value =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? null : ' is not a whole number from 0';

export const oneOf =
  (words: readonly string[]): Check =>
  value =>
    typeof value === 'string' && words.includes(value) ? null : ` is not one of ${words.join(', ')}`;

export const optional =
  (check: Check): Check =>
  value =>
    value === undefined ? null : check(value);

export const listOf =
  (check: Check): Check =>
  value => {
    if (!Array.isArray(value)) return ' is not a list';
    for (const [place, item] of value.entries()) {
      const flaw = check(item);
      if (flaw !== null) return `[${place}]${flaw}`;
    }
    return null;
  };

/** An object with these members and no others, so that `__proto__` is refused at every depth. */
export function objectOf<T>(fields: Fields<T>): Check {
  const checks = Object.entries<Check>(fields);
  const known = new Set(checks.map(([member]) => member));
  return value => {
    if (!isObject(value)) return ' is not an object';
    for (const member in value) if (!known.has(member)) return `.${member} is unknown`;
    for (const [member, check] of checks) {
      const flaw = check(value[member]);
      if (flaw !== null) return `.${member}${flaw}`;
    }
    return null;
  };
}

/** A union told apart by its member `type`. */
export const variantOf =
  (variants: ReadonlyMap<unknown, Check>): Check =>
  value => {
    if (!isObject(value)) return ' is not an object';
    const check = variants.get(value['type']);
    return check ? check(value) : '.type is unknown';
  };
