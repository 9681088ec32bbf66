import { expect, test } from 'vitest';
import type { Certainty } from '../../../../src/web/explorer/api/documents.js';
import { lineNote } from '../../../../src/web/explorer/entity/line-note.js';
import { weighed } from '../../../fixtures/weighed-claim.js';

const noteOn = (certainty: Certainty | null, validTime: string | null): string => {
  const claim = weighed('choe meets putin', { validTime });
  return lineNote({ ...claim, support: { ...claim.support, certainty } });
};

test.each([
  ['CERTAIN', '2014-11', 'Nov 2014'],
  ['PROBABLE', '2014-11-17/..', 'said as probable · since 17 Nov 2014'],
  ['UNCOMMITTED', null, 'said as open · time not known'],
  [null, null, 'time not known'],
] as const)('a claim whose firmest word is %s, of %s, has the note "%s"', (certainty, validTime, words) => {
  expect(noteOn(certainty, validTime)).toBe(words);
});
