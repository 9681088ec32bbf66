// Attestations: what makes two of them the same one, and the order of certainty.
import { describe, expect, test } from 'vitest';
import { attestationId, CERTAINTIES, weakness, type AttestationKey } from '../../src/domain/attestation.js';

const key = (change: Partial<AttestationKey> = {}): AttestationKey => ({
  claim: 'claim:1',
  source: 'source:1',
  polarity: 'AFFIRMS',
  quote: { exact: 'cooling ties' },
  lineage: 'RELAYED',
  relays: ['attestation:1', 'attestation:2'],
  ...change,
});

describe('the same attestation has', () => {
  test.each<[string, Partial<AttestationKey>]>([
    ['its relays in any order', { relays: ['attestation:2', 'attestation:1'] }],
    ['its quote anywhere', { quote: { exact: 'cooling ties', paragraph: 14, start: 103, end: 115 } }],
  ])('%s', (_, change) => {
    expect(attestationId(key(change))).toBe(attestationId(key()));
  });
});

describe('another attestation comes of another', () => {
  test.each<[string, Partial<AttestationKey>]>([
    ['claim', { claim: 'claim:2' }],
    ['source', { source: 'source:2' }],
    ['polarity', { polarity: 'DENIES' }],
    ['quote', { quote: { exact: 'warming ties' } }],
    ['lineage', { lineage: 'OWN', relays: [] }],
    ['relay', { relays: ['attestation:1'] }],
  ])('%s', (_, change) => {
    expect(attestationId(key(change))).not.toBe(attestationId(key()));
  });
});

test('saying it again after a withdrawal is a new attestation', () => {
  const ids = [0, 1, 2].map(earlier => attestationId(key(), earlier));
  expect(new Set(ids).size).toBe(3);
  expect(ids[0]).toBe(attestationId(key()));
});

test('certainty weakens from CERTAIN to UNCOMMITTED', () => {
  expect(CERTAINTIES.map(weakness)).toEqual([0, 1, 2, 3]);
  expect(CERTAINTIES[0]).toBe('CERTAIN');
  expect(CERTAINTIES.at(-1)).toBe('UNCOMMITTED');
});
