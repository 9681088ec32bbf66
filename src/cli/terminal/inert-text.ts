// Text for a terminal: what it says stays, what would command the terminal does not.

/** Line feeds stay; other control characters and direction overrides become question marks. */
export const inertText = (text: string): string =>
  text.replace(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?');
