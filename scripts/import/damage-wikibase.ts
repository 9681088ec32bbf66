// Imports two thousand damaged files of Wikibase and tells what went wrong: `npx tsx scripts/import/damage-wikibase.ts [count]`.
import { importDamaged } from '../../tests/exchange/import/damaged-import.js';
import { dumpOf, madeEntities } from '../../tests/exchange/wikibase/making-entities.js';
import { importerOf, VOCABULARY } from '../../tests/exchange/wikibase/reading-entities.js';

const count = Number(process.argv[2] ?? 2000);
const bytes = Buffer.from(dumpOf(madeEntities(4, 3)));
const { faults, refusedWhole, refusedParts } = await importDamaged(importerOf(), VOCABULARY, bytes, {
  count,
});
console.log(
  `${count} damaged, ${refusedWhole} refused whole, ${refusedParts} in part, ${faults.length} faults`,
);
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
