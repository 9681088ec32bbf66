// GEXF of others read: times and spells as valid times, values by their titles, nodes within nodes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gexfImporter } from '../../../src/exchange/gexf/gexf-importer.js';
import { builtInVocabulary, openLedger } from '../../fixtures/open-ledger.js';
import { importInto, told } from '../import/import-into.js';

const SAMPLE = readFileSync('tests/exchange/gexf/samples/harbour.gexf', 'utf8');

async function imported(text = SAMPLE) {
  const { ledger } = await openLedger();
  return {
    ledger,
    report: await importInto(ledger, gexfImporter(builtInVocabulary()), text, 'harbour.gexf'),
  };
}

test('an edge is a claim for each time it is there; values that hold for a time keep it', async () => {
  const { ledger, report } = await imported();
  expect(report).toMatchObject({ read: 8, accepted: 7, refused: 1, entities: 4 });
  expect(told(ledger)).toEqual([
    'Marit Oak has the boats 12 (2010/2012) · UNRECORDED',
    'Marit Oak has the start 1970 · UNRECORDED',
    'Reed Sea Pilots has the boats 1 · UNRECORDED',
    'Crane has the boats 1 · UNRECORDED',
    'Quay of the North has the boats 1 · UNRECORDED',
    'Marit Oak is a member of Reed Sea Pilots (2001/2003-05) · UNRECORDED',
    'Marit Oak is a member of Reed Sea Pilots (2010-01-01/..) · UNRECORDED',
    'Marit Oak is related to Quay of the North (2014-11-17) · UNRECORDED',
    'Quay of the North is related to Crane (carries) (/2015) · UNRECORDED',
  ]);
  expect(
    [...ledger.graph.claims()].find(({ claim }) => claim.predicate === 'member_of')?.claim.qualifiers,
  ).toEqual([{ name: 'weight', value: '1.0' }]);
});

test('times that are mere numbers are kept as they are written', async () => {
  const { ledger } = await imported(SAMPLE.replace('timeformat="date"', 'timeformat="double"'));
  const claims = [...ledger.graph.claims()].map(({ claim }) => claim);
  expect(claims.filter(({ validTime }) => validTime !== undefined)).toEqual([]);
  expect(claims.find(({ predicate }) => predicate === 'member_of')?.qualifiers).toEqual([
    { name: 'time', value: '2001/2003-05' },
    { name: 'time', value: '2010-01-01/Infinity' },
    { name: 'weight', value: '1.0' },
  ]);
});

test('what is not kept is named, and what dangles by its id and place', async () => {
  const { report } = await imported();
  expect(report.problems).toEqual([
    {
      file: 'harbour.gexf',
      line: 21,
      column: 7,
      reason: 'The edge names as its source "7", which is no node of this file: add it.',
    },
  ]);
  expect(report.lost.map(({ what }) => what).sort()).toEqual([
    '<creator> of the file',
    '<viz:color>',
    'times of day',
    'when the file was changed',
    'which nodes are within others',
  ]);
});
