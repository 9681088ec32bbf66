// No request costs more than its limit: documents through every field of the schema, as deep and wide as the limits allow, on a world
// where every list is long, end with data or with a code, while small questions beside are answered. `npm run hostile` measures it.
import { expect, test } from 'vitest';
import { askBeside, outcomeOf, post } from '../../scripts/hostile/beside.js';
import { hostileDocuments } from '../../scripts/hostile/hostile-documents.js';
import { makeLongWorld } from '../../scripts/hostile/long-world.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { openServedLedger } from '../fixtures/served-ledger.js';

const LENGTHS = {
  claimsOfHub: 400,
  reprints: 120,
  rivals: 110,
  successors: 60,
  names: 110,
  joined: 20,
  family: 20,
};
/** What a hostile document may come to. */
const ENDS = [
  'data',
  'QUERY_TOO_COSTLY',
  'OPERATION_TIMEOUT',
  'ANSWER_TOO_LONG',
  'INVALID_INPUT',
  'NOT_FOUND',
];

test('every field, as deep and wide as the limits allow, ends with data or a code, and others are answered', async () => {
  const { ledger } = await openLedger();
  const ids = await makeLongWorld(ledger, LENGTHS);
  const limits = { ...LIMITS, operationMs: 1000, steps: 300_000 };
  const documents = hostileDocuments(await buildHearsaySchema(), ids, limits);
  const served = await openServedLedger(ledger, limits);
  try {
    const beside = askBeside(served.apiUrl);
    const ends = new Map<string, string[]>();
    for (const { name, query } of documents) {
      const outcome = outcomeOf((await post(served.apiUrl, query)).text);
      ends.set(outcome, [...(ends.get(outcome) ?? []), name]);
    }
    const { ms, failures } = await beside.stop();
    expect(failures).toEqual([]);
    expect(ms.length).toBeGreaterThan(documents.length);
    expect([...ends].filter(([outcome]) => !ENDS.includes(outcome))).toEqual([]);
    // Else the documents would not be what they are meant to be.
    expect(ends.get('data')?.length).toBeGreaterThan(documents.length / 2);
    expect(documents.length).toBeGreaterThan(150);
    expect(served.incidents).toEqual([]);
  } finally {
    await served.stop();
  }
}, 240_000);
