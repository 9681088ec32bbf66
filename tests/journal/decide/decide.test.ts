import { beforeEach, describe, expect, test } from 'vitest';
import type { AttachSource, Command, MakeClaim } from '../../../src/domain/command.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { decide } from '../../../src/journal/decide/decide.js';
import { openLedger, type OpenLedger } from '../../fixtures/open-ledger.js';

let open: OpenLedger;
const id = (key: string): string => `entity:t/${key}`;
const entity = (key: string, kind: 'PERSON' | 'STATE' | 'ROLE' | 'ORGANIZATION', label = key): Command => ({
  type: 'AddEntity',
  id: id(key),
  kind,
  label,
});
const claim: MakeClaim = {
  type: 'MakeClaim',
  subject: id('nk'),
  predicate: 'ties_cooling_with',
  object: id('cn'),
  validTime: '2014-11',
};
let claimId = '';

const record = async (command: Command) => open.ledger.execute(command, 'tester');
const attach = (more: Partial<AttachSource> = {}): AttachSource => ({
  type: 'AttachSource',
  claim: claimId,
  source: { new: { kind: 'ARTICLE', title: 'Cold front', party: id('paper') } },
  ...more,
});
const wire = { kind: 'WIRE', title: 'Wire', party: id('agency') } as const;

beforeEach(async () => {
  open = await openLedger();
  await record(entity('nk', 'STATE', 'North Korea'));
  await record(entity('cn', 'STATE', 'China'));
  await record(entity('paper', 'ORGANIZATION', 'The Paper'));
  await record(entity('agency', 'ORGANIZATION', 'The Agency'));
  await record(entity('kim', 'PERSON', 'Kim'));
  await record(entity('rank', 'ROLE', 'Number two'));
  claimId = (await record(claim)).claim ?? '';
});

function refusal(command: Command): { code: string; field: string | undefined } {
  try {
    decide(open.ledger.graph, command);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, field: error.place.field?.join('.') };
    throw error;
  }
  throw new Error('accepted');
}

describe('a command is refused', () => {
  const cases: [string, () => Command, string, string][] = [
    ['a claim about a missing entity', () => ({ ...claim, subject: id('atlantis') }), 'NOT_FOUND', 'subject'],
    ['an object of the wrong kind', () => ({ ...claim, object: id('rank') }), 'INVALID_INPUT', 'object'],
    ['a subject of the wrong kind', () => ({ ...claim, subject: id('rank') }), 'INVALID_INPUT', 'subject'],
    ['an unknown predicate', () => ({ ...claim, predicate: 'ties_cool' }), 'INVALID_INPUT', 'predicate'],
    ['a bad date', () => ({ ...claim, validTime: '2014-13' }), 'INVALID_INPUT', 'validTime'],
    [
      'a claim that joins an entity to itself',
      () => ({ ...claim, object: id('nk') }),
      'INVALID_INPUT',
      'object',
    ],
    ['both an object and a value', () => ({ ...claim, value: 'x' }), 'INVALID_INPUT', 'object'],
    [
      'a qualifier that names nobody',
      () => ({ ...claim, qualifiers: [{ name: 'to', entity: id('x') }] }),
      'NOT_FOUND',
      'qualifiers.to',
    ],
    ['an attachment to a missing claim', () => attach({ claim: 'claim:0' }), 'NOT_FOUND', 'claim'],
    ['an unknown source', () => attach({ source: { id: 'source:0' } }), 'NOT_FOUND', 'source'],
    ['an unknown address', () => attach({ source: { url: 'https://example.org/x' } }), 'NOT_FOUND', 'source'],
    [
      'an address that is no web page',
      () => attach({ source: { url: 'javascript:alert(1)' } }),
      'INVALID_INPUT',
      'source.url',
    ],
    ['a source named two ways', () => attach({ source: { id: 'a', url: 'b' } }), 'INVALID_INPUT', 'source'],
    ['a source named no way', () => attach({ source: {} }), 'INVALID_INPUT', 'source'],
    ['an empty quote', () => attach({ quote: { exact: ' ' } }), 'INVALID_INPUT', 'quote.exact'],
    [
      'a quote with a place that does not fit',
      () => attach({ quote: { exact: 'ab', start: 1, end: 9 } }),
      'INVALID_INPUT',
      'quote.end',
    ],
    [
      'a quote with half a place',
      () => attach({ quote: { exact: 'ab', end: 2 } }),
      'INVALID_INPUT',
      'quote.end',
    ],
    [
      'a paragraph before the first',
      () => attach({ quote: { exact: 'ab', paragraph: 0 } }),
      'INVALID_INPUT',
      'quote.paragraph',
    ],
    [
      'own word and relayed word at once',
      () => attach({ own: true, via: [{ source: { new: wire } }] }),
      'INVALID_INPUT',
      'own',
    ],
    [
      'a source that relays itself',
      () => attach({ via: [{ source: attach().source }] }),
      'INVALID_INPUT',
      'via.0.source',
    ],
    [
      'a party that cannot speak',
      () => attach({ source: { new: { ...wire, party: id('rank') } } }),
      'INVALID_INPUT',
      'source.new.party',
    ],
    [
      'a party both named and not',
      () => attach({ source: { new: { ...wire, partyDescribedAs: 'someone' } } }),
      'INVALID_INPUT',
      'source.new.partyDescribedAs',
    ],
    ['an empty label', () => ({ type: 'AddEntity', kind: 'PERSON', label: ' ' }), 'INVALID_INPUT', 'label'],
    [
      'a name with a direction override',
      () => ({ type: 'AddName', entity: id('kim'), name: { text: 'a\u202Eb' } }),
      'INVALID_INPUT',
      'name.text',
    ],
    [
      'a language that is none',
      () => ({ type: 'AddName', entity: id('kim'), name: { text: 'a', language: '??' } }),
      'INVALID_INPUT',
      'name.language',
    ],
    [
      'a script that is none',
      () => ({ type: 'AddName', entity: id('kim'), name: { text: 'a', script: 'Cyrillic' } }),
      'INVALID_INPUT',
      'name.script',
    ],
    ['another entity under a known id', () => entity('kim', 'PERSON', 'Kim Two'), 'CONFLICT', 'label'],
    [
      'a withdrawal without a reason',
      () => ({ type: 'WithdrawClaim', id: claimId, reason: '' }),
      'INVALID_INPUT',
      'reason',
    ],
    [
      'a withdrawal of nothing',
      () => ({ type: 'WithdrawAttestation', id: 'attestation:0', reason: 'x' }),
      'NOT_FOUND',
      'id',
    ],
    [
      'a claim superseded by itself',
      () => ({ type: 'SupersedeClaim', id: claimId, by: claimId, reason: 'x' }),
      'CONFLICT',
      'by',
    ],
    [
      'a person judged to be a state',
      () => ({ type: 'JudgeIdentity', a: id('kim'), b: id('nk'), judgement: 'SAME' }),
      'INVALID_INPUT',
      'b',
    ],
    [
      'an entity judged against itself',
      () => ({ type: 'JudgeIdentity', a: id('kim'), b: id('kim'), judgement: 'SAME' }),
      'INVALID_INPUT',
      'b',
    ],
  ];
  test.each(cases)('%s', (_, command, code, field) => {
    const seq = open.ledger.graph.seq;
    expect(refusal(command())).toEqual({ code, field });
    expect(open.ledger.graph.seq).toBe(seq);
  });
});

test('the same command twice records nothing the second time', async () => {
  const commands: Command[] = [
    entity('nk', 'STATE', 'North Korea'),
    { type: 'AddEntity', kind: 'PERSON', label: 'Somebody', names: [{ text: 'Some Body' }] },
    { type: 'AddName', entity: id('kim'), name: { text: '김', language: 'ko' } },
    claim,
    attach({ quote: { exact: 'cooling ties' }, via: [{ source: { new: wire } }] }),
    { type: 'GradeParty', id: id('paper'), reliability: 'B' },
    { type: 'JudgeIdentity', a: id('nk'), b: id('cn'), judgement: 'DIFFERENT' },
    { type: 'WithdrawClaim', id: claimId, reason: 'mistaken' },
  ];
  for (const command of commands.slice(0, -1)) await record(command);
  for (const command of commands.slice(0, -1)) expect((await record(command)).events).toEqual([]);
  await record(commands.at(-1)!);
  expect((await record(commands.at(-1)!)).already).toBe(true);
});

test('a known entity that may be spelled otherwise gets its other label as one more name, once', async () => {
  const other = { ...entity('kim', 'PERSON', 'Kim Two'), spelledOtherwise: true } as Command;
  const { events } = await record(other);
  expect(events.map(({ event }) => event)).toEqual([
    { type: 'NameAdded', entity: id('kim'), name: { text: 'Kim Two', kind: 'ALIAS', script: 'Latn' } },
  ]);
  expect((await record(other)).already).toBe(true);
  expect(refusal({ ...other, kind: 'STATE' } as Command)).toEqual({ code: 'CONFLICT', field: 'kind' });
});

test('the place of what is said is kept, for those who are relayed too', async () => {
  const via = [{ source: { new: wire }, locator: 'second page' }];
  const { attestation = '' } = await record(attach({ locator: 'sentence 12', via }));
  const { graph } = open.ledger;
  const places = [...graph.attestationsOf(claimId)].map(one => [
    one.attestation.id === attestation,
    one.attestation.locator,
  ]);
  expect(places).toEqual([
    [false, 'second page'],
    [true, 'sentence 12'],
  ]);
});

test('a symmetric claim is one claim from both sides', async () => {
  const one = await record({ type: 'MakeClaim', subject: id('kim'), predicate: 'meets', object: id('nk') });
  const other = await record({ type: 'MakeClaim', subject: id('nk'), predicate: 'meets', object: id('kim') });
  expect(other).toMatchObject({ claim: one.claim, already: true });
});

describe('attaching', () => {
  test('a chain records its attestations from the origin up, in one transaction', async () => {
    const { events } = await record(
      attach({
        via: [
          { source: { new: wire } },
          { source: { new: { kind: 'STATEMENT', partyDescribedAs: 'a diplomat' } } },
        ],
      }),
    );
    expect(events.map(({ event }) => event.type)).toEqual([
      'SourceAdded',
      'SourceAttached',
      'SourceAdded',
      'SourceAttached',
      'SourceAdded',
      'SourceHeld',
      'SourceAttached',
    ]);
    const lineages = events.flatMap(({ event }) =>
      event.type === 'SourceAttached' ? event.attestation.lineage : [],
    );
    expect(lineages).toEqual(['OWN', 'RELAYED', 'RELAYED']);
  });

  test('lineage that nobody noted is unrecorded', async () => {
    const { attestation = '' } = await record(attach());
    expect(open.ledger.graph.findAttestation(attestation)?.attestation.lineage).toBe('UNRECORDED');
  });

  test('many reprints of one wire share its attestation', async () => {
    const via = [{ source: { new: wire } }];
    const titles = ['One', 'Two', 'Three'];
    for (const title of titles) {
      await record(attach({ source: { new: { kind: 'ARTICLE', title, party: id('paper') } }, via }));
    }
    expect(open.ledger.graph.attestationsOf(claimId)).toHaveLength(titles.length + 1);
  });

  test('an entry of the chain means what its source already says, chain and all', async () => {
    const deep = [
      { source: { new: wire } },
      { source: { new: { kind: 'STATEMENT', party: id('kim') } as const } },
    ];
    await record(attach({ via: deep }));
    await record(
      attach({
        source: { new: { kind: 'ARTICLE', title: 'Other', party: id('cn') } },
        via: deep.slice(0, 1),
      }),
    );
    expect(
      open.ledger.graph
        .attestationsOf(claimId)
        .map(({ attestation }) => attestation.lineage)
        .sort(),
    ).toEqual(['OWN', 'RELAYED', 'RELAYED', 'RELAYED']);
  });

  test('a source known only through others is held once it is attached itself', async () => {
    await record(attach({ via: [{ source: { new: wire } }] }));
    const known = [...open.ledger.graph.sources()].find(({ source }) => source.kind === 'WIRE');
    expect(known?.held).toBeNull();
    const { events } = await record(attach({ source: { new: wire }, own: true }));
    expect(events.map(({ event }) => event.type)).toEqual(['SourceHeld']);
    expect(known?.held?.seq).toBe(open.ledger.graph.seq);
  });

  test('what was withdrawn can be attached again, as a new attestation', async () => {
    const first = await record(attach());
    await record({ type: 'WithdrawAttestation', id: first.attestation ?? '', reason: 'misread' });
    const second = await record(attach());
    expect(second.already).toBe(false);
    expect(second.attestation).not.toBe(first.attestation);
    expect((await record(attach())).attestation).toBe(second.attestation);
  });

  test('an attestation whose lineage was noted since is still the same one', async () => {
    const wired = await record(attach({ source: { new: wire }, own: true }));
    const first = await record(attach());
    const relays = [wired.attestation ?? ''];
    await record({ type: 'RecordLineage', attestation: first.attestation ?? '', lineage: 'RELAYED', relays });
    expect(await record(attach())).toMatchObject({ already: true, attestation: first.attestation });
    expect(await record(attach({ via: [{ source: { new: wire } }] }))).toMatchObject({ already: true });
  });

  test('what a repeated attestation says otherwise is told, and not kept', async () => {
    const first = await record(attach({ own: true, certainty: 'PROBABLE', locator: 'page 4' }));
    expect(await record(attach({ own: true, certainty: 'PROBABLE' }))).toMatchObject({ unkept: [] });
    const again = attach({ own: true, certainty: 'POSSIBLE', locator: 'page 5', wording: 'perhaps' });
    expect(await record(again)).toMatchObject({
      already: true,
      attestation: first.attestation,
      unkept: ['certainty', 'wording', 'locator'],
    });
    expect(open.ledger.graph.findAttestation(first.attestation ?? '')?.attestation).toMatchObject({
      certainty: 'PROBABLE',
      locator: 'page 4',
    });
  });

  test('a key with the same body answers as before; with another body it is refused', async () => {
    const first = await record(attach({ idempotencyKey: 'k1' }));
    expect(await record(attach({ idempotencyKey: 'k1' }))).toMatchObject({
      already: true,
      attestation: first.attestation,
    });
    expect(refusal(attach({ idempotencyKey: 'k1', own: true }))).toEqual({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: 'idempotencyKey',
    });
  });

  test('a key answers as before even after its attestation was withdrawn', async () => {
    const first = await record(attach({ idempotencyKey: 'k1' }));
    await record({ type: 'WithdrawAttestation', id: first.attestation ?? '', reason: 'misread' });
    expect(await record(attach({ idempotencyKey: 'k1' }))).toMatchObject({
      already: true,
      attestation: first.attestation,
    });
  });

  test('the same address is the same source, whatever else is said of it', async () => {
    const url = 'https://Example.org/a#top';
    await record(attach({ source: { new: { kind: 'ARTICLE', title: 'A', url, party: id('paper') } } }));
    await record(
      attach({
        source: { new: { kind: 'REPORT', title: 'B', url: 'https://example.org/a' } },
        polarity: 'DENIES',
      }),
    );
    expect([...open.ledger.graph.sources()]).toHaveLength(1);
  });

  test('two addresses are two sources, however alike they are', async () => {
    for (const url of ['https://example.org/a', 'https://example.org/b']) {
      await record(attach({ source: { new: { kind: 'ARTICLE', title: 'A', url, party: id('paper') } } }));
    }
    expect([...open.ledger.graph.sources()]).toHaveLength(2);
  });

  test('nothing can be attached to a withdrawn claim', async () => {
    await record({ type: 'WithdrawClaim', id: claimId, reason: 'mistaken' });
    expect(refusal(attach())).toEqual({ code: 'CONFLICT', field: 'claim' });
  });
});

describe('lineage noted later', () => {
  test.each([
    ['relaying nobody', 'RELAYED', []],
    ['own word with relays', 'OWN', ['other']],
    ['itself', 'RELAYED', ['self']],
    ['the opposite', 'RELAYED', ['denial']],
  ] as const)('%s is refused', async (_, lineage, names) => {
    const ids = {
      self: (await record(attach())).attestation ?? '',
      other: (await record(attach({ source: { new: wire } }))).attestation ?? '',
      denial: (await record(attach({ source: { new: wire }, polarity: 'DENIES' }))).attestation ?? '',
    };
    const relays = names.map(name => ids[name]);
    expect(refusal({ type: 'RecordLineage', attestation: ids.self, lineage, relays }).code).toBe(
      'INVALID_INPUT',
    );
  });

  test('a ring is recorded and carries nothing', async () => {
    const a = (await record(attach())).attestation ?? '';
    const b = (await record(attach({ source: { new: wire } }))).attestation ?? '';
    await record({ type: 'RecordLineage', attestation: a, lineage: 'RELAYED', relays: [b] });
    await record({ type: 'RecordLineage', attestation: b, lineage: 'RELAYED', relays: [a] });
    const viewed = open.ledger.through();
    const found = open.ledger.graph.findClaim(claimId)!;
    expect(viewed.supportOf(found)).toMatchObject({ independence: 'NONE', circular: true });
    expect(viewed.statusOf(found)).toBe('UNSUPPORTED');
  });
});

test('a ring of claims that replace each other is refused', async () => {
  const other = (await record({ ...claim, validTime: '2014' })).claim ?? '';
  await record({ type: 'SupersedeClaim', id: claimId, by: other, reason: 'better dated' });
  expect(refusal({ type: 'SupersedeClaim', id: other, by: claimId, reason: 'no' })).toEqual({
    code: 'CONFLICT',
    field: 'by',
  });
});
