// The connections of the main types.
import type { ClaimListing } from './claim-list.js';
import { connectionOf } from '../words/connection.js';
import { AttestationType } from '../types/attestation.js';
import { ClaimType } from '../types/claim.js';
import { ContradictionType } from '../types/contradiction.js';
import { EntityType } from '../types/entity.js';
import { EntityJudgementType } from '../types/identity.js';
import { SourceType } from '../types/source.js';

export const ClaimConnection = connectionOf<ClaimType, ClaimListing>('Claim', 'claims', () => ClaimType);
export const EntityConnection = connectionOf<EntityType>('Entity', 'entities', () => EntityType);
export const SourceConnection = connectionOf<SourceType>('Source', 'sources', () => SourceType);
export const AttestationConnection = connectionOf<AttestationType>(
  'Attestation',
  'attestations',
  () => AttestationType,
);
export const ContradictionConnection = connectionOf<ContradictionType>(
  'Contradiction',
  'contradictions',
  () => ContradictionType,
);
export const EntityJudgementConnection = connectionOf<EntityJudgementType>(
  'EntityJudgement',
  'judgements on who is who',
  () => EntityJudgementType,
);
