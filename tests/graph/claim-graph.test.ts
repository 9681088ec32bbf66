// The graph that events draw: its reads, and that looking at what might be leaves no trace.
import { expect, test } from 'vitest';
import { Teller } from '../fixtures/teller.js';
import { tinyWorld } from '../fixtures/tiny-world.js';
import { atOnce } from '../../src/graph/work/resumable.js';

const claimIds = (records: Iterable<{ readonly claim: { readonly id: string } }>): string[] =>
  [...records].map(({ claim }) => claim.id);

test('an empty graph answers everything with nothing', () => {
  const graph = new Teller().graph();
  expect(graph).toMatchObject({ seq: 0, lastTime: -Infinity });
  expect(graph.counts).toEqual({ entities: 0, claims: 0, sources: 0, attestations: 0 });
  expect([
    graph.findEntity('x'),
    graph.findClaim('x'),
    graph.findSource('x'),
    graph.findAttestation('x'),
  ]).toEqual([null, null, null, null]);
  expect([
    ...graph.edgesOf('x'),
    ...graph.claimsAbout('x'),
    ...graph.tiesOf('x'),
    ...graph.relayersOf('x'),
  ]).toEqual([]);
  expect([graph.degreeOf('x'), graph.labelOf('x')]).toEqual([0, 'x']);
});

test('the graph counts what was drawn, and knows its end', () => {
  const { world } = tinyWorld();
  const graph = world.graph();
  expect(graph.counts).toEqual({ entities: 21, claims: 11, sources: 10, attestations: 21 });
  expect(graph.seq).toBe(world.events.length);
  expect(graph.lastTime).toBe(Date.parse(world.events.at(-1)?.at ?? ''));
  expect(graph.seqAt(graph.lastTime - 1)).toBe(graph.seq - 1);
});

test('a claim is about its subject, its object, and the entities in its qualifiers, each once', () => {
  const { world, entities, claims } = tinyWorld();
  const graph = world.graph();
  expect(claimIds(graph.claimsAbout(entities.choe))).toEqual([claims.envoy, claims.choeSecond, claims.left]);
  expect(claimIds(graph.claimsAbout(entities.moscow))).toEqual([claims.envoy, claims.left]);
  expect(claimIds(graph.claimsAbout(entities.kim))).toEqual([claims.envoy]);
  expect(claimIds(graph.edgesOf(entities.moscow))).toEqual([claims.left]);
  expect(graph.degreeOf(entities.moscow)).toBe(1);
});

test('a claim with a value is about its subject without being an edge', () => {
  const world = new Teller();
  world.entity('x', 'STATE');
  const claim = world.claim('x', 'population', { type: 'NUMBER', text: '7' });
  const graph = world.graph();
  expect(claimIds(graph.claimsAbout('x'))).toEqual([claim]);
  expect([...graph.edgesOf('x')]).toEqual([]);
});

test('a claim of an entity about itself is listed once', () => {
  const world = new Teller();
  world.entity('x');
  const claim = world.claim('x', 'met', 'x');
  expect(claimIds(world.graph().claimsAbout('x'))).toEqual([claim]);
});

test('ties and slots are found by their entities', () => {
  const { world, entities, claims } = tinyWorld();
  const graph = world.graph();
  expect(claimIds(graph.tiesOf(entities.ministry))).toEqual([claims.spokesman, claims.ministryOfSeoul]);
  expect(claimIds(graph.tiesOf(entities.choe))).toEqual([claims.envoy]);
  const [shared = ''] = graph.sharedSlots();
  expect(claimIds(graph.claimsInSlot(shared))).toEqual([claims.choeSecond, claims.hwangSecond]);
});

test('sources are found by party, by address and by content', () => {
  const world = new Teller();
  world.entity('p');
  const described = { kind: 'ARTICLE', title: 'A visit', publishedAt: '2014', party: 'p' } as const;
  const plain = world.source('p', described);
  const url = 'https://example.org/visit';
  const addressed = world.source('p', { ...described, title: 'Another', url });
  const graph = world.graph();
  expect(graph.sourcesOf('p').map(({ source }) => source.id)).toEqual([plain, addressed]);
  expect(graph.findSourceByUrl(url)?.source.id).toBe(addressed);
  expect(graph.findSameSource({ ...described, url: 'https://example.org/new' })?.source.id).toBe(plain);
  expect(graph.findSameSource({ ...described, title: 'Another' })?.source.id).toBe(addressed);
  expect(graph.findSameSource({ ...described, title: 'Another', url: 'https://example.org/2' })).toBeNull();
});

test('an address without a title is not found by what else is told of it', () => {
  const world = new Teller();
  world.entity('p');
  const described = { kind: 'DOCUMENT', party: 'p' } as const;
  world.source('p', described);
  expect(world.graph().findSameSource({ ...described, url: 'https://example.org/new' })).toBeNull();
});

test('a source is held since the first time that someone had it', () => {
  const world = new Teller();
  world.entity('p');
  const source = world.source('p', { held: false });
  expect(world.graph().findSource(source)?.held).toBeNull();
  world.hold(source);
  world.hold(source);
  expect(world.graph().findSource(source)?.held?.seq).toBe(3);
});

test('those who relay are found from what they relay, also where it was noted later', () => {
  const { world, attestations } = tinyWorld();
  const { yonhapSays, upiTurnedBack, unnamedSays } = attestations;
  const relayers = (id: string): string[] => [...world.graph().relayersOf(id)];
  expect(relayers(yonhapSays)).toEqual([upiTurnedBack]);
  world.notes(upiTurnedBack, 'RELAYED', [unnamedSays]);
  expect(relayers(unnamedSays)).toEqual([yonhapSays, upiTurnedBack]);
});

test('the first withdrawal stands', () => {
  const { world, claims, attestations } = tinyWorld();
  const seq = world.events.length;
  for (let times = 0; times < 2; times += 1) {
    world.withdraws(attestations.upiEnvoy);
    world.withdrawsClaim(claims.envoy);
  }
  const graph = world.graph();
  expect(graph.findAttestation(attestations.upiEnvoy)?.withdrawn?.recorded.seq).toBe(seq + 1);
  expect(graph.findClaim(claims.envoy)?.withdrawn?.recorded.seq).toBe(seq + 2);
});

test('names, grades and judgements are kept with who recorded them, oldest first', () => {
  const world = new Teller();
  for (const id of ['x', 'y']) world.entity(id);
  world.tell({ type: 'NameAdded', entity: 'x', name: { text: 'Ex', kind: 'ALIAS' } });
  world.tell({ type: 'PartyGraded', party: 'x', reliability: 'B' });
  world.tell({ type: 'PartyGraded', party: 'x', reliability: 'C', reason: 'erred' });
  world.judges('x', 'y', 'SAME');
  const graph = world.graph();
  expect(graph.findEntity('x')).toMatchObject({
    names: [{ text: 'Ex', recorded: { seq: 3, by: 'Tess' } }],
    grades: [{ reliability: 'B' }, { reliability: 'C', reason: 'erred', recorded: { seq: 5 } }],
    judgements: [{ other: 'y', judgement: 'SAME' }],
  });
  expect(graph.findEntity('y')?.judgements).toMatchObject([{ other: 'x', judgement: 'SAME' }]);
});

test('a claim is told in the words of its predicate', () => {
  const { world, claims } = tinyWorld();
  const graph = world.graph();
  const record = graph.findClaim(claims.envoy);
  expect(record && graph.sentenceOf(record)).toBe('Choe Ryong Hae is an envoy of Kim Jong Un to Moscow');
});

test('what is drawn to look at is seen while looking, and gone after', () => {
  const { world, claims, attestations } = tinyWorld();
  const told = world.events.length;
  const graph = world.graph();
  world.withdraws(attestations.upiEnvoy);
  const added = world.says(world.source(null), claims.envoy);
  const seen = graph.whatIf(world.events.slice(told), () => ({
    seq: graph.seq,
    withdrawn: graph.findAttestation(attestations.upiEnvoy)?.withdrawn?.reason,
    said: graph.attestationsOf(claims.envoy).length,
  }));
  expect(seen).toEqual({ seq: told + 4, withdrawn: 'misread', said: 3 });
  expect(graph.seq).toBe(told);
  expect(graph.findAttestation(attestations.upiEnvoy)?.withdrawn).toBeNull();
  expect(graph.findAttestation(added)).toBeNull();
  expect(graph.attestationsOf(claims.envoy)).toHaveLength(2);
});

test('an idempotency key is found with what was asked under it, and forgotten with a draft', () => {
  const { world, claims, sources } = tinyWorld();
  const graph = world.graph();
  const id = world.says(sources.upi, claims.left);
  const attached = world.events.at(-1);
  if (attached?.event.type !== 'SourceAttached') throw new Error('nothing was attached');
  const idempotency = { key: 'once', fingerprint: 'f' };
  const event = { ...attached, event: { ...attached.event, idempotency } };
  expect(graph.whatIf([event], () => graph.findIdempotency('once'))).toEqual({
    ...idempotency,
    attestation: id,
  });
  expect(graph.findIdempotency('once')).toBeNull();
});

test('a description that is only looked at is taken back whole: label, kind and names', () => {
  const world = new Teller();
  const stub = { id: 'x', kind: 'TOPIC', label: 'Q7', sameAs: [], provisional: true } as const;
  world.tell({ type: 'EntityAdded', entity: stub, names: [{ text: 'Q7', kind: 'PRIMARY' }] });
  const graph = world.graph();
  const entity = { id: 'x', kind: 'PERSON', label: 'Ann', sameAs: [] } as const;
  world.tell({ type: 'EntityDescribed', entity, names: [{ text: 'Ann', kind: 'PRIMARY' }] });
  const look = () => ({ ...graph.findEntity('x') });
  const before = look();
  expect(graph.whatIf(world.events.slice(1), look)).toMatchObject({
    entity,
    names: [
      { text: 'Ann', kind: 'PRIMARY' },
      { text: 'Q7', kind: 'ALIAS' },
    ],
  });
  expect(look()).toEqual(before);
  expect(atOnce(graph.names.search('Ann'))).toEqual([]);
  expect(atOnce(world.graph().names.search('Ann'))).toMatchObject([{ entity: 'x' }]);
});

test.each([
  ['that it has already stays in its place and time', 'Q7', [], ['Q7 PRIMARY 1']],
  [
    'in a language is the primary name, beside the one without',
    'Q7',
    [{ text: 'Q7', kind: 'PRIMARY', language: 'en' }],
    ['Q7 PRIMARY 2', 'Q7 ALIAS 1'],
  ],
  [
    'that was redacted leaves the first of its names the primary one',
    'redacted',
    [{ text: 'redacted too', kind: 'PRIMARY' }],
    ['redacted too PRIMARY 2', 'Q7 ALIAS 1'],
  ],
] as const)('a described entity whose label %s', (_, label, names, expected) => {
  const world = new Teller();
  const entity = { id: 'x', kind: 'TOPIC', label: 'Q7', sameAs: [] } as const;
  const stub = { ...entity, provisional: true } as const;
  world.tell({ type: 'EntityAdded', entity: stub, names: [{ text: 'Q7', kind: 'PRIMARY' }] });
  world.tell({ type: 'EntityDescribed', entity: { ...entity, label }, names });
  const found = world.graph().findEntity('x')?.names ?? [];
  expect(found.map(({ text, kind, recorded }) => `${text} ${kind} ${recorded.seq}`)).toEqual(expected);
});

test('nodes and what their claims lead to are as the claims say, before and after what might be was looked at', () => {
  const { world } = tinyWorld();
  const graph = world.graph();
  const leads = (): unknown =>
    graph.nodes.map(({ record, place, claims, others }) => [
      graph.findNode(record.entity.id)?.place === place,
      others.map((other, at) => [claims[at]?.claim.id, graph.nodes[other]?.record.entity.id]),
    ]);
  const obvious = [...graph.entities()].map(({ entity: { id } }) => [
    true,
    [...graph.claims()]
      .filter(({ claim }) => claim.object !== undefined && [claim.subject, claim.object].includes(id))
      .map(({ claim }) => [claim.id, claim.subject === id ? claim.object : claim.subject]),
  ]);
  expect(leads()).toEqual(obvious);
  const further = new Teller();
  further.events.push(...world.events);
  further.entity('new');
  further.claim('new', 'met', 'new');
  further.claim('new', 'met', graph.nodes[0]?.record.entity.id ?? '');
  graph.whatIf(further.events.slice(world.events.length), () => {
    expect(graph.findNode('new')?.others).toEqual([graph.nodes.length - 1, 0]);
  });
  expect(leads()).toEqual(obvious);
});
