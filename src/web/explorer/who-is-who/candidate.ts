// A pair that may be one, as the page asks for it.
import type { CandidatesQuery } from '../api/documents.js';

export type Candidate = CandidatesQuery['identityCandidates']['nodes'][number];
