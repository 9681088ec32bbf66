// A share of the browser's storage under a prefix: another tool at the same address and port keeps its own tabs.
import { withoutTokens } from '../../graphql/auth/token-text.js';

/** `clear` and `length` see only keys with the prefix. Tokens are struck out: the history would keep them for whoever comes next. */
export const namespacedStorage = (storage: Storage, prefix: string): Storage => {
  const ownKeys = (): string[] => Object.keys(storage).filter(key => key.startsWith(prefix));
  return {
    getItem: key => storage.getItem(prefix + key),
    setItem: (key, value) => storage.setItem(prefix + key, withoutTokens(value)),
    removeItem: key => storage.removeItem(prefix + key),
    key: index => ownKeys()[index]?.slice(prefix.length) ?? null,
    clear: () => ownKeys().forEach(key => storage.removeItem(key)),
    get length() {
      return ownKeys().length;
    },
  };
};
