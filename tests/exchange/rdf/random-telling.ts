// Ledgers that chance tells by commands: chains of any length, quotes, notes of lineage, withdrawals, and what is said again after them.
import fc from 'fast-check';
import { CERTAINTIES } from '../../../src/domain/attestation.js';
import type { AttachSource, Command } from '../../../src/domain/command.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';

const place = fc.nat(1000);
const step = fc.record(
  {
    party: fc.nat(4),
    certainty: fc.constantFrom(...CERTAINTIES),
    quote: fc.constantFrom('we met', 'so it was'),
  },
  { requiredKeys: ['party'] },
);
const move = fc.record({
  what: fc.constantFrom(
    'attach',
    'attach',
    'attach',
    'attach',
    'note',
    'withdraw',
    'withdraw claim',
    'supersede',
    'judge',
    'grade',
  ),
  one: place,
  other: place,
  own: fc.boolean(),
  denies: fc.nat(4).map(number => number === 0),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

export const anyTelling: fc.Arbitrary<readonly Move[]> = fc.array(move, { minLength: 4, maxLength: 25 });

const ACTORS = ['a', 'b', 'c', 'd', 'e'].map(key => `entity:r/${key}`);

/** Carries out what chance proposes; what cannot be is left out. */
export async function tellAny(moves: readonly Move[]): Promise<Ledger> {
  const { ledger } = await openLedger();
  const run = (command: Command) => ledger.executeAll([command], 'Ann');
  for (const id of ACTORS) await run({ type: 'AddEntity', id, kind: 'STATE', label: id });
  for (const object of ACTORS.slice(1, 4)) {
    await run({ type: 'MakeClaim', subject: ACTORS[0] ?? '', predicate: 'supports', object });
  }
  for (const one of moves) await run(commandOf(one, ledger));
  return ledger;
}

const pick = <T>(list: Iterable<T>, at: number): T | undefined => {
  const all = [...list];
  return all[at % Math.max(1, all.length)];
};

function commandOf(made: Move, { graph }: Ledger): Command {
  const claim = pick(graph.claims(), made.one)?.claim.id ?? '';
  const said = graph.attestationsOf(claim).map(({ attestation }) => attestation.id);
  const [id, reason] = [pick(said, made.other) ?? '', `for reason ${made.other}`];
  const [a, b] = [ACTORS[made.one % 5] ?? '', ACTORS[made.other % 5] ?? ''];
  const relays = [...new Set(made.steps.map(({ party }) => pick(said, party + made.one) ?? ''))];
  switch (made.what) {
    case 'note':
      return {
        type: 'RecordLineage',
        attestation: id,
        lineage: made.own ? 'OWN' : 'RELAYED',
        ...(made.own ? {} : { relays }),
      };
    case 'withdraw':
      return { type: 'WithdrawAttestation', id, reason };
    case 'withdraw claim':
      return { type: 'WithdrawClaim', id: made.other % 4 === 0 ? claim : '', reason };
    case 'supersede':
      return {
        type: 'SupersedeClaim',
        id: claim,
        by: pick(graph.claims(), made.other)?.claim.id ?? '',
        reason,
      };
    case 'judge':
      return { type: 'JudgeIdentity', a, b, judgement: made.own ? 'SAME' : 'DIFFERENT', reason };
    case 'grade':
      return { type: 'GradeParty', id: a, reliability: made.own ? 'A' : 'D' };
    case 'attach':
      return attachment(made, claim);
  }
}

function attachment({ steps, own, denies }: Move, claim: string): AttachSource {
  const [first, ...via] = steps.map(({ party, certainty, quote }) => ({
    source: { new: { kind: 'STATEMENT', title: `word ${party}`, party: ACTORS[party] ?? '' } } as const,
    ...(certainty === undefined ? {} : { certainty }),
    ...(quote === undefined ? {} : { quote: { exact: quote } }),
  }));
  if (!first) throw new Error('somebody says it');
  return {
    type: 'AttachSource',
    claim,
    ...first,
    polarity: denies ? 'DENIES' : 'AFFIRMS',
    ...(via.length > 0 ? { via } : { own }),
  };
}
