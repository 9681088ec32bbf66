// Entities of one record: each is added once, and in earnest also after it was only referred to.
import { expect, test } from 'vitest';
import { RecordDraft } from '../../../src/exchange/import/record-draft.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';

const STUB = { id: 'entity:t/q7', kind: 'TOPIC', label: 'Q7', provisional: true } as const;
const FULL = { id: 'entity:t/q7', kind: 'PERSON', label: 'Ann' } as const;

test.each([
  ['a reference', [STUB], ['Q7']],
  ['two references', [STUB, STUB], ['Q7']],
  ['a reference, then the entity', [STUB, FULL], ['Q7', 'Ann']],
  ['the entity, then a reference', [FULL, STUB], ['Ann']],
  ['all of it twice', [STUB, FULL, STUB, FULL], ['Q7', 'Ann']],
])('%s', (_, entities, labels) => {
  const draft = new RecordDraft(builtInVocabulary());
  for (const entity of entities) expect(draft.entity(entity)).toBe('entity:t/q7');
  expect(draft.commands.map(command => 'label' in command && command.label)).toEqual(labels);
});
