// What people read for the words of the model, on every page that shows them. Listed in the order in which they are shown.
import type { Certainty } from './attestation.js';
import type { SourceKind } from './source.js';
import type { ClaimStatus } from './view.js';

export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  CORROBORATED: 'Corroborated',
  SUPPORTED: 'Supported',
  SPECULATIVE: 'Speculative',
  DISPUTED: 'Disputed',
  DENIED: 'Denied',
  UNSUPPORTED: 'Unsupported',
  SUPERSEDED: 'Superseded',
  WITHDRAWN: 'Withdrawn',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  CERTAIN: 'certain',
  PROBABLE: 'probable',
  POSSIBLE: 'possible',
  UNCOMMITTED: 'takes no stand',
};

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  ARTICLE: 'article',
  WIRE: 'wire dispatch',
  STATEMENT: 'statement',
  BROADCAST: 'broadcast',
  REPORT: 'report',
  POST: 'post',
  DATASET: 'data set',
  DOCUMENT: 'document',
};
