// Tokens: 256 random bits with a recognisable prefix. The server knows only their hashes.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { TOKEN_PREFIX } from './token-text.js';

const BYTES = 32;

export const makeToken = (): string => `${TOKEN_PREFIX}${randomBytes(BYTES).toString('base64url')}`;

/**
 * What is kept of a token, as hex. A fast hash will do: slow ones protect what people choose, and of 256 random bits
 * nothing can be guessed, while each request would pay.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares two hashes without telling by the time it takes where they differ. */
export const sameHash = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

/** The token of an `Authorization` header, or null where it is no bearer's. */
export const bearerToken = (authorization: string): string | null =>
  /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1] ?? null;
