// Lists by key. Most of them are short, so short ones are made anew instead of growing: that takes less memory.

/** A list is made anew while it is this short: pushing to one of a single item makes room for 16 more, 130 bytes a claim. */
const SHORT = 4;

/** Puts a value at the end of the list under a key. */
export function fileLast<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list && list.length >= SHORT) list.push(value);
  else lists.set(key, list?.concat([value]) ?? [value]);
}

/** Takes the last value out again. */
export function takeLast<K, V>(lists: Map<K, V[]>, key: K): void {
  const list = lists.get(key);
  if (!list || list.length <= 1) lists.delete(key);
  else if (list.length > SHORT) list.pop();
  else lists.set(key, list.slice(0, -1));
}
