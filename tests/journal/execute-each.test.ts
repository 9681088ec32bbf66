// Several batches in one commit come to the same as one commit for each, whatever is refused among them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../src/domain/command.js';
import { JournalError } from '../../src/domain/refusal.js';
import type { Batch } from '../../src/journal/ledger.js';
import { openMemoryJournal } from '../../src/journal/stored/memory-journal.js';
import { openLedger } from '../fixtures/open-ledger.js';

const key = fc.constantFrom('a', 'b', 'c');
const id = key.map(name => `entity:t/${name}`);
const made = fc.record({ subject: id, object: id }).map(ends => ({ predicate: 'supports', ...ends }));

/** Often refused: for what is not there, is there otherwise, or joins an entity to itself. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('STATE' as const, 'PERSON' as const), name: key })
    .map(({ kind, name }) => ({
      type: 'AddEntity' as const,
      id: `entity:t/${name}`,
      kind,
      label: name,
    })),
  fc.record({ entity: id, text: key }).map(({ entity, text }) => ({
    type: 'AddName' as const,
    entity,
    name: { text },
  })),
  made.map(ends => ({ type: 'MakeClaim' as const, ...ends })),
  fc.record({ a: id, b: id }).map(pair => ({
    type: 'JudgeIdentity' as const,
    judgement: 'DIFFERENT' as const,
    ...pair,
  })),
);
const batches = fc.array(fc.array(command, { maxLength: 4 }), { maxLength: 12 });

const outcomeOf = ({ done, refused }: Batch): unknown => done ?? [refused.index, refused.refusal.message];

async function carriedOut(all: readonly (readonly Command[])[], together: boolean): Promise<unknown> {
  const { ledger } = await openLedger();
  const each: Batch[] = [];
  if (together) each.push(...(await ledger.executeEach(all, 'tester')));
  else for (const commands of all) each.push(await ledger.executeAll(commands, 'tester'));
  return {
    outcomes: each.map(outcomeOf),
    events: await ledger.history(0, 1000),
    counts: ledger.graph.counts,
  };
}

test('batches together come to what they come to one after another', async () => {
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(batches, async all => {
      const together = (await carriedOut(all, true)) as { readonly outcomes: readonly unknown[] };
      expect(together).toEqual(await carriedOut(all, false));
      refusals += together.outcomes.filter(outcome => typeof (outcome as unknown[])[1] === 'string').length;
    }),
  );
  expect(refusals).toBeGreaterThan(50);
});

test('where the journal fails, nothing of any batch is drawn', async () => {
  const failing = Object.assign(openMemoryJournal(), {
    append: () => Promise.reject(new JournalError('the disk is full: make room.')),
  });
  const { ledger } = await openLedger(failing);
  const add = (name: string): Command => ({
    type: 'AddEntity',
    id: `entity:t/${name}`,
    kind: 'STATE',
    label: name,
  });
  await expect(ledger.executeEach([[add('a')], [add('b')]], 'tester')).rejects.toThrow(JournalError);
  expect(ledger.graph.counts.entities).toBe(0);
  expect(ledger.graph.seq).toBe(0);
});
