// Damaged files of Wikibase: whatever happened to one, it is refused as a whole or record by record, with places, and nothing breaks.
import { expect, test } from 'vitest';
import { importDamaged } from '../import/damaged-import.js';
import { dumpOf, madeEntities } from './making-entities.js';
import { importerOf, VOCABULARY } from './reading-entities.js';

const ENTITIES = madeEntities(4, 3);

test.each([
  ['dumps', dumpOf(ENTITIES)],
  [
    'answers of the API',
    JSON.stringify({ entities: Object.fromEntries(ENTITIES.map(one => [String(one['id']), one])) }, null, 1),
  ],
])('two hundred damaged %s are refused whole, or in part, and in their places', async (_, file) => {
  const { faults, refusedWhole, refusedParts } = await importDamaged(
    importerOf(),
    VOCABULARY,
    Buffer.from(file),
    { count: 200 },
  );
  expect(faults).toEqual([]);
  expect(refusedWhole + refusedParts).toBeGreaterThan(50);
});
