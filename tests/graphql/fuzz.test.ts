// Chance at the door, with a fixed seed and a fresh one: no fault of ours, no hang, no change by what was refused.
// What fails is shown with its seed and the case; `npm run fuzz` does the same a million times.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzzBodies } from '../../scripts/fuzz/fuzz-bodies.js';
import { fuzzDocuments } from '../../scripts/fuzz/fuzz-documents.js';
import { fuzzDossiers } from '../../scripts/fuzz/fuzz-dossiers.js';
import { fuzzRequests } from '../../scripts/fuzz/fuzz-requests.js';
import type { Outcome } from '../../scripts/fuzz/outcome.js';
import { ask } from '../fixtures/ask-api.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { openServedLedger, type ServedLedger } from '../fixtures/served-ledger.js';

const FIXED = 20_141_118;
const FRESH = Date.now() % 1_000_000_000;
const LONG = 180_000;

/** Of each seed. So each document of the corpus and of the examples meets each way of damaging a text some five times, and is asked as it is some twenty-five times. */
const DOCUMENTS = 2500;

/** Codes that a run of some length meets: without them it would have damaged everything, or nothing. */
function expectSound({ seed, cases, faults, codes, answered }: Outcome, ...met: readonly string[]): void {
  expect({ seed, faults: faults.slice(0, 3) }).toEqual({ seed, faults: [] });
  expect([...codes.keys()]).toEqual(expect.arrayContaining([...met]));
  expect(answered).toBeGreaterThan(cases / 100);
}

const openLoaded = async () => (await openLoadedLedger()).ledger;
const openEmpty = async () => (await openLedger()).ledger;

test.each([
  ['a fixed seed', FIXED],
  ['a fresh seed', FRESH],
])(
  `${DOCUMENTS} mutated documents and variables, %s`,
  async (_, seed) => {
    const outcome = await fuzzDocuments({ cases: DOCUMENTS, seed, openLedger: openLoaded });
    expectSound(outcome, 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'NOT_FOUND');
    expect(outcome.recorded).toBeGreaterThan(0);
  },
  LONG,
);

let served: ServedLedger;
beforeAll(async () => (served = await openServedLedger()));
afterAll(() => served.stop());

test.each([FIXED, FRESH])('300 mutated bodies, seed %i', async seed => {
  expectSound(
    await fuzzBodies(served, 300, seed),
    'BAD_REQUEST',
    'UNSUPPORTED_MEDIA_TYPE',
    'ROUTE_NOT_FOUND',
  );
});

test.each([FIXED, FRESH])('300 mutated requests as bytes, seed %i', async seed => {
  const { faults, codes } = await fuzzRequests(served, 300, seed);
  expect({ seed, faults: faults.slice(0, 3) }).toEqual({ seed, faults: [] });
  expect([...codes.keys()]).toEqual(expect.arrayContaining(['200', '400', '403', '404']));
  expect((await ask(served.apiUrl, '{ stats { seq } }')).status).toBe(200);
});

test.each([FIXED, FRESH])('200 mutated dossiers, seed %i', async seed => {
  expectSound(await fuzzDossiers({ cases: 200, seed, openLedger: openEmpty }), 'INVALID_INPUT');
});
