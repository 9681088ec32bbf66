// What `hearsay serve` and `hearsay query --data` know of dossiers: how to read one, and the first data set.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../../fixtures/ask-api.js';
import { servingHere } from '../../fixtures/hearsay-here.js';
import { json, withJournal } from '../../fixtures/hearsay-json.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const LOAD_SAMPLE = 'mutation { loadSample { claims alreadyThere userErrors { code message } } }';
const NONE_NEW = { claims: 0, alreadyThere: expect.any(Number) as number, userErrors: [] };

test('an empty server loads the first data set when asked to; one that began with it has it already', () =>
  inFolder(async folder => {
    await servingHere(['--empty', '--data', join(folder, 'empty.db')], async ({ api }) => {
      const { data } = await ask(api, LOAD_SAMPLE);
      expect(data['loadSample']).toMatchObject({ alreadyThere: 0, userErrors: [] });
      expect((await ask(api, LOAD_SAMPLE)).data['loadSample']).toEqual(NONE_NEW);
    });
    await servingHere(['--data', join(folder, 'full.db')], async ({ api }) => {
      expect((await ask(api, LOAD_SAMPLE)).data['loadSample']).toEqual(NONE_NEW);
    });
  }));

test('a journal that no server holds can be asked to load it too', () =>
  withJournal(async data => {
    expect(await json(['query', '-', '--data', data], LOAD_SAMPLE)).toMatchObject({
      code: 0,
      answer: { data: { loadSample: NONE_NEW } },
    });
  }));
