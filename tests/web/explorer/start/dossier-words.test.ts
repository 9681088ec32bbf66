// What the first screen says of a dossier before it is loaded.
import { expect, test } from 'vitest';
import { dossierWords, type Brings } from '../../../../src/web/explorer/start/dossier-words.js';

const brings = (told: Partial<Brings> = {}): Brings => ({
  title: 'A visit',
  entities: 1,
  claims: 2,
  sources: 1,
  attestations: 1_204,
  alreadyThere: 0,
  problemsCount: 0,
  ...told,
});

test.each([
  [brings(), '“A visit” would bring 1 entity, 2 claims, 1 source, 1,204 attestations.'],
  [brings({ alreadyThere: 3 }), '3 of it are here already.'],
  [brings({ title: null }), 'This file would bring'],
  [
    brings({ problemsCount: 1 }),
    '“A visit” cannot be loaded: 1 problem must be mended first. Nothing was recorded.',
  ],
])('%j is told in words', (dossier, words) => {
  expect(dossierWords(dossier)).toContain(words);
});
