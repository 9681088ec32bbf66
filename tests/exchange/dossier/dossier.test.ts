// The dossier: which commands it gives, and in which order.
import { expect, test } from 'vitest';
import { changed, GOOD, read } from './small-dossier.js';

test('a dossier gives its header and its commands in an order in which they can be carried out', () => {
  const dossier = read(GOOD);
  expect(dossier).toMatchObject({ id: 'small', title: 'A small dossier' });
  expect(dossier.entries.map(({ command, label, line }) => `${line} ${command.type} ${label}`)).toEqual([
    '5 AddEntity entity choe',
    '6 AddEntity entity kim',
    '7 AddEntity entity upi',
    '12 MakeClaim claim envoy',
    '19 AttachSource claim envoy, attestation 1',
    '26 MakeClaim claim 2',
    '30 AttachSource claim 2, attestation 1',
  ]);
});

test('an entity comes with a global id and all its names', () => {
  expect(read(GOOD).entries[0]?.command).toEqual({
    type: 'AddEntity',
    id: 'entity:small/choe',
    kind: 'PERSON',
    label: 'Choe Ryong Hae',
    names: [{ text: '최룡해', language: 'ko' }],
  });
});

test('an entity that came from elsewhere keeps its id', () => {
  const { entries } = read(changed('kim: { kind', 'kim: { id: entity:world/kim, kind'));
  expect(entries[1]?.command).toMatchObject({ type: 'AddEntity', id: 'entity:world/kim' });
  expect(entries[3]?.command).toMatchObject({ type: 'MakeClaim', object: 'entity:world/kim' });
});

test('a claim names entities by global id, its own as well as those of others', () => {
  expect(read(GOOD).entries[3]?.command).toEqual({
    type: 'MakeClaim',
    subject: 'entity:small/choe',
    predicate: 'envoy_of',
    object: 'entity:small/kim',
    validTime: '2014-11',
    qualifiers: [
      { name: 'to', entity: 'entity:world/russia' },
      { name: 'to', value: 'the East' },
    ],
  });
});

test('an attestation comes with its sources written out and the id of its claim', () => {
  const [, , , , attach] = read(GOOD).entries;
  expect(attach?.command).toMatchObject({
    type: 'AttachSource',
    claim: expect.stringMatching(/^claim:[0-9a-f]{24}$/) as string,
    source: { new: { kind: 'ARTICLE', party: 'entity:small/upi', publishedAt: '2014-11-18' } },
    certainty: 'PROBABLE',
    wording: 'said to be',
    quote: { exact: 'an envoy', paragraph: 2, start: 3, end: 11 },
    via: [{ source: { new: { kind: 'STATEMENT', partyDescribedAs: 'a diplomat' } }, certainty: 'POSSIBLE' }],
  });
});

test('key and note of a claim do not change which claim it is', () => {
  const ids = [GOOD, changed('key: envoy', 'note: A word.')].map(text =>
    read(text).entries.flatMap(({ command }) => (command.type === 'AttachSource' ? [command.claim] : [])),
  );
  expect(ids[0]).toEqual(ids[1]);
});

test('a source of another data set is named by its global id', () => {
  const { entries } = read(changed('source: article, own', 'source: source:0123, own'));
  expect(entries.at(-1)?.command).toMatchObject({ source: { id: 'source:0123' } });
});

test('a claim may say that there is some value, and may stand without attestations', () => {
  const { entries } = read(
    changed(
      '    object: entity:world/putin\n    attestations:\n      - { source: article, own: true }\n',
      '    unknown: SOME_VALUE\n',
    ),
  );
  expect(entries.at(-1)?.command).toMatchObject({ type: 'MakeClaim', unknown: 'SOME_VALUE' });
});
