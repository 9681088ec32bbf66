// Security headers of every answer: no sniffing, no framing, no foreign resources, no referrer.

/** What a request is called, in its answer and in the log. */
export const ID_HEADER = 'x-request-id';

export const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;
