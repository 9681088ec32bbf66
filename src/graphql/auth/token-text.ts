// What a token looks like, so that it can be struck out wherever it must not stand: answers, logs, a browser's storage.

export const TOKEN_PREFIX = 'hearsay_';
const TOKENS = new RegExp(`${TOKEN_PREFIX}[\\w-]{43}`, 'g');

/** A text in which whatever looks like a token of ours is struck out. */
export const withoutTokens = (text: string): string => text.replace(TOKENS, `${TOKEN_PREFIX}…`);
