// The pattern of a token, so that tokens can be removed from answers, logs and the browser's storage.

export const TOKEN_PREFIX = 'hearsay_';
const TOKENS = new RegExp(`${TOKEN_PREFIX}[\\w-]{43}`, 'g');

/** A text in which whatever looks like a token of ours is struck out. */
export const withoutTokens = (text: string): string => text.replace(TOKENS, `${TOKEN_PREFIX}…`);
