// Dossiers that are written, read back: the same graph, ids and all, whatever the world.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/domain/command.js';
import type { View } from '../../../src/domain/view.js';
import type { Vocabulary } from '../../../src/domain/vocabulary.js';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { dossierExporter } from '../../../src/exchange/dossier/exporter.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { loadDossier } from '../../../src/exchange/dossier/load.js';
import type { ClaimGraph } from '../../../src/graph/claim-graph.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { anyWorld, crowdedWorld, denseWorld, tiedWorld } from '../../law/random-world.js';
import { exported } from '../export/exported.js';
import { dumpOf } from '../graph-dump.js';
import { freeVocabulary, legalGraph } from '../legal-world.js';
import { builtInReader } from '../seed-files.js';

const READER = builtInReader();
const AUTHOR = { name: 'Tess', way: 'IMPORT' } as const;
const ALL: View = { includeWithdrawn: true };

async function written(graph: ClaimGraph, view = ALL, only?: readonly string[]) {
  const { texts, report } = await exported(
    new ExportWorld(new ViewedGraph(graph, view), only),
    dossierExporter,
  );
  const lost = report.lost.map(({ what }) => what).filter(what => what !== 'who recorded it, and when');
  return { text: texts['dossier.yaml'] ?? '', lost };
}

async function loaded(text: string, vocabulary: Vocabulary): Promise<Ledger> {
  const ledger = await Ledger.open({ journal: openMemoryJournal(), vocabulary, clock: () => 0 });
  await load(ledger, text);
  return ledger;
}

async function load(ledger: Ledger, text: string) {
  const file = { name: 'dossier.yaml', text };
  const { counts, problems } = await loadDossier(ledger, { reader: READER, file, author: AUTHOR });
  expect(problems).toEqual([]);
  return counts;
}

/** But for the lines that say as of when. */
const body = (text: string): string => text.slice(text.indexOf('\n\n'));

test('the first data set comes back the same, and is written the same again', async () => {
  const { ledger } = await openLoadedLedger();
  const { text, lost } = await written(ledger.graph);
  const back = await loaded(text, ledger.vocabulary);
  expect(dumpOf(back.graph)).toEqual(dumpOf(ledger.graph));
  expect(lost).toEqual([]);
  expect(body((await written(back.graph)).text)).toBe(body(text));
  const { seq } = back.graph;
  await load(back, text);
  expect(back.graph.seq).toBe(seq);
});

describe('entities known only by reference', () => {
  const referred: Command = {
    type: 'AddEntity',
    id: 'entity:t/q7',
    kind: 'ORGANIZATION',
    label: 'Q7',
    provisional: true,
  };
  const described: Command = { type: 'AddEntity', id: 'entity:t/q7', kind: 'PERSON', label: 'Ann' };
  const told: readonly Command[] = [
    { type: 'AddEntity', id: 'entity:t/at', kind: 'ORGANIZATION', label: 'At' },
    referred,
    { type: 'MakeClaim', subject: 'entity:t/at', predicate: 'part_of', object: 'entity:t/q7' },
    { type: 'MakeClaim', subject: 'entity:t/at', predicate: 'related_to', object: 'entity:t/q7' },
    { type: 'JudgeIdentity', a: 'entity:t/at', b: 'entity:t/q7', judgement: 'SAME' },
  ];
  const telling = async (...commands: readonly Command[]) => {
    const { ledger } = await openLedger();
    for (const command of commands) await ledger.execute(command, 'Ann');
    return ledger;
  };

  test('come back as such, and are described where they are known', async () => {
    const ledger = await telling(...told);
    const { text, lost } = await written(ledger.graph);
    expect(lost).toEqual([]);
    const back = await loaded(text, ledger.vocabulary);
    expect(dumpOf(back.graph)).toEqual(dumpOf(ledger.graph));
    expect(back.graph.findEntity('entity:t/q7')?.entity.provisional).toBe(true);
    const whole = await written((await telling(described)).graph);
    await load(back, whole.text);
    expect(back.graph.findEntity('entity:t/q7')?.entity).toMatchObject({ kind: 'PERSON', label: 'Ann' });
  });

  test('that turned out to be of another kind lose what would be refused, by name', async () => {
    const ledger = await telling(...told, described);
    const { text, lost } = await written(ledger.graph);
    expect(lost.sort()).toEqual([
      'claim about an entity that turned out to be of another kind',
      'judgement that two entities are one, which turned out to be of different kinds',
    ]);
    const back = await loaded(text, ledger.vocabulary);
    expect(back.graph.counts).toMatchObject({ entities: 2, claims: 1 });
  });
});

test.each([
  ['any world', anyWorld('rings')],
  ['a world of one claim', denseWorld('rings')],
  ['a world of ties', tiedWorld('no rings')],
  ['a world of crowded slots', crowdedWorld()],
])('%s comes back the same, and a second time adds nothing', async (_, worlds) => {
  const vocabulary = freeVocabulary();
  await fc.assert(
    fc.asyncProperty(worlds, async told => {
      const graph = legalGraph(told, vocabulary);
      const { text } = await written(graph);
      const back = await loaded(text, vocabulary);
      expect(dumpOf(back.graph)).toEqual(dumpOf(graph));
      expect(body((await written(back.graph)).text)).toBe(body(text));
      const { seq } = back.graph;
      await load(back, text);
      expect(back.graph.seq).toBe(seq);
    }),
    { numRuns: 30 },
  );
});

describe('in a journal of one claim', () => {
  const KIM = 'entity:x/kim';
  const UPI = 'entity:agency';
  const entities: readonly Command[] = [
    { type: 'AddEntity', id: KIM, kind: 'PERSON', label: 'Kim' },
    { type: 'AddEntity', id: 'entity:x/kim-2', kind: 'PERSON', label: 'Kim' },
    { type: 'AddEntity', id: UPI, kind: 'ORGANIZATION', label: 'UPI' },
    { type: 'AddEntity', id: 'entity:x/russia', kind: 'STATE', label: 'Russia' },
  ];

  async function openWorld() {
    const { ledger } = await openLedger();
    const run = (command: Command) => ledger.execute(command, 'Ann');
    for (const command of entities) await run(command);
    const travels = {
      type: 'MakeClaim',
      subject: KIM,
      predicate: 'travels_to',
      object: 'entity:x/russia',
    } as const;
    const { claim = '' } = await run({ ...travels, validTime: '2014' });
    const source = { new: { kind: 'ARTICLE', title: 'News', party: UPI } } as const;
    const { attestation = '' } = await run({ type: 'AttachSource', claim, source, own: true });
    const back = async () => loaded((await written(ledger.graph)).text, ledger.vocabulary);
    return { ledger, run, claim, travels, source, attestation, back };
  }

  test('grades, judgements and names met in a source are kept', async () => {
    const { ledger, run, attestation, back } = await openWorld();
    const met = ledger.graph.findAttestation(attestation)?.attestation.source ?? '';
    await run({ type: 'GradeParty', id: UPI, reliability: 'C' });
    await run({ type: 'GradeParty', id: UPI, reliability: 'B', reason: 'a good year' });
    await run({
      type: 'JudgeIdentity',
      a: KIM,
      b: 'entity:x/kim-2',
      judgement: 'SAME',
      reason: 'one birthday',
    });
    await run({ type: 'AddName', entity: KIM, name: { text: 'Kim', language: 'ko' } });
    await run({ type: 'AddName', entity: KIM, name: { text: 'Gim', source: met } });
    expect(dumpOf((await back()).graph)).toEqual(dumpOf(ledger.graph));
    expect((await written(ledger.graph)).lost).toEqual(['earlier grade of a party']);
  });

  test('what was withdrawn and said again keeps both ids, with and without the withdrawn one', async () => {
    const { ledger, run, claim, source, attestation, back } = await openWorld();
    await run({ type: 'WithdrawAttestation', id: attestation, reason: 'misread' });
    const again = await run({ type: 'AttachSource', claim, source, own: true });
    expect(dumpOf((await back()).graph)).toEqual(dumpOf(ledger.graph));
    const { text } = await written(ledger.graph, {});
    const { graph } = await loaded(text, ledger.vocabulary);
    expect(graph.attestationsOf(claim).map(one => one.attestation.id)).toEqual([again.attestation]);
  });

  test('a replaced claim names the one that replaces it, which may be withdrawn', async () => {
    const { ledger, run, claim, travels, back } = await openWorld();
    const { claim: by = '' } = await run({ ...travels, validTime: '2014-11' });
    await run({ type: 'SupersedeClaim', id: claim, by, reason: 'put better' });
    await run({ type: 'WithdrawClaim', id: by, reason: 'no longer\nheld: true' });
    expect(dumpOf((await back()).graph)).toEqual(dumpOf(ledger.graph));
    expect((await written(ledger.graph, {})).lost).toEqual([
      'replacement of a claim by one that is not shown',
    ]);
  });

  test('an attestation brings along whom it relays, though that was withdrawn: else it would be an origin', async () => {
    const { ledger, run, claim, source } = await openWorld();
    const word = { new: { kind: 'STATEMENT', partyDescribedAs: 'a diplomat' } } as const;
    const { attestation = '' } = await run({ type: 'AttachSource', claim, source, via: [{ source: word }] });
    const [relayed = ''] = ledger.graph.findAttestation(attestation)?.attestation.relays ?? [];
    await run({ type: 'WithdrawAttestation', id: relayed, reason: 'misheard' });
    const { graph } = await loaded((await written(ledger.graph, {}, [claim])).text, ledger.vocabulary);
    const record = graph.findClaim(claim);
    expect(record && new ViewedGraph(graph).supportOf(record).origins).toBe(1);
    expect(graph.findAttestation(relayed)?.withdrawn?.reason).toBe('misheard');
  });

  test('what was redacted goes out redacted, and the loss of its ids is told', async () => {
    const { ledger, attestation } = await openWorld();
    const added = await ledger.history(0, 100);
    const { seq = 0 } = added.find(({ event }) => event.type === 'SourceAdded') ?? {};
    await ledger.redact({ type: 'Redact', seq, what: 'TITLE', reason: 'by order' }, 'Ann');
    const { text, lost } = await written(ledger.graph);
    expect(lost).toEqual(['id of a source, which was made from words redacted since']);
    const { graph } = await loaded(text, ledger.vocabulary);
    expect([graph.counts.attestations, graph.findAttestation(attestation)]).toEqual([1, null]);
  });
});

test('any names and reasons come back to the letter', async () => {
  const NASTY = [
    ...['# x', '- a', 'a: b', '"', "'", '{', '[', ']', ',', '&a', '*a', '!x', '|', '>', '%', '@', '`', '?'],
    ...[
      'null',
      '~',
      'true',
      '2014',
      '1e3',
      '0x1',
      '<<',
      '...',
      '---',
      'a\nb: c',
      'tab\tx',
      ' \u00a0',
      '\u2028',
      '\ud83d\ude00',
    ],
    ...['constructor', 'Constructor', '최룡해', 'كيم'],
  ];
  const nasty = fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 4 })
    .map(parts => parts.join('').trim())
    .filter(text => /\S/.test(text));
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (label, description) => {
      const { ledger } = await openLedger();
      const names = [{ text: description }];
      for (const id of ['entity:a', 'entity:b']) {
        const add = { type: 'AddEntity', id, kind: 'PERSON', label, description, names } as const;
        await ledger.execute(add, 'Ann');
      }
      const meets = {
        type: 'MakeClaim',
        subject: 'entity:a',
        predicate: 'meets',
        object: 'entity:b',
      } as const;
      const { claim = '' } = await ledger.execute(
        { ...meets, qualifiers: [{ name: 'in', value: label }] },
        'Ann',
      );
      await ledger.execute({ type: 'WithdrawClaim', id: claim, reason: description }, 'Ann');
      const back = await loaded((await written(ledger.graph)).text, ledger.vocabulary);
      expect(dumpOf(back.graph)).toEqual(dumpOf(ledger.graph));
    }),
    { numRuns: 50 },
  );
});
