// Nanopublications, read by another parser: each is whole, and stands by itself.
import { Parser, type Quad } from 'n3';
import { beforeAll, describe, expect, test } from 'vitest';
import { nanopubExporter } from '../../../../src/exchange/rdf/out/nanopub-exporter.js';
import { expanded } from '../../../../src/exchange/rdf/terms.js';
import type { Ledger } from '../../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../../fixtures/loaded-ledger.js';
import { textOf } from '../jsonld-worlds.js';
import { openWideWorld } from '../wide-world.js';

const NP = 'http://www.nanopub.org/nschema#';
const PARTS = ['Head', 'assertion', 'provenance', 'pubinfo'] as const;
type Parts = Record<(typeof PARTS)[number], readonly Quad[]>;

/** The quads of each graph of each nanopublication, by its address. */
async function nanopubsOf(ledger: Ledger): Promise<Map<string, Parts>> {
  const quads = new Parser({ format: 'application/trig' }).parse(await textOf(ledger, nanopubExporter));
  const nanopubs = new Map<string, Parts>();
  for (const quad of quads) {
    const [address = '', part = ''] = quad.graph.value.split('#');
    const parts = nanopubs.get(address) ?? { Head: [], assertion: [], provenance: [], pubinfo: [] };
    expect(PARTS).toContain(part);
    const name = part as keyof Parts;
    nanopubs.set(address, { ...parts, [name]: [...parts[name], quad] });
  }
  return nanopubs;
}

const said = (quads: readonly Quad[]): string[] => quads.map(({ predicate }) => predicate.value);
const about = (quads: readonly Quad[], subject: string): readonly Quad[] =>
  quads.filter(quad => quad.subject.value === subject);

describe.each([
  ['the first data set', async () => (await openLoadedLedger()).ledger],
  ['a world with one of everything', openWideWorld],
])('%s', (_, open) => {
  let ledger: Ledger;
  let nanopubs: Map<string, Parts>;
  beforeAll(async () => {
    ledger = await open();
    nanopubs = await nanopubsOf(ledger);
  });

  test('there is one for each claim', () => {
    expect(nanopubs.size).toBe(ledger.graph.counts.claims);
  });

  test('the head names the three other graphs, and none of the four is empty', () => {
    for (const [address, parts] of nanopubs) {
      expect(
        parts.Head.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]),
      ).toEqual([
        [address, expanded('rdf:type'), `${NP}Nanopublication`],
        [address, `${NP}hasAssertion`, `${address}#assertion`],
        [address, `${NP}hasProvenance`, `${address}#provenance`],
        [address, `${NP}hasPublicationInfo`, `${address}#pubinfo`],
      ]);
      for (const part of PARTS) expect(parts[part].length).toBeGreaterThan(0);
    }
  });

  test('provenance is about the assertion, publication info about the whole', () => {
    for (const [address, { provenance, pubinfo }] of nanopubs) {
      expect(said(about(provenance, `${address}#assertion`))).toContain(expanded('hs:assertionOf'));
      expect(said(about(pubinfo, address))).toEqual(
        expect.arrayContaining(['created', 'creator'].map(word => `http://purl.org/dc/terms/${word}`)),
      );
    }
  });

  test('each attestation of a claim is in its provenance, with its source', () => {
    let count = 0;
    for (const { provenance } of nanopubs.values()) {
      const sources = provenance.filter(
        ({ subject, predicate }) =>
          predicate.value === expanded('prov:wasDerivedFrom') && !subject.value.includes('#'),
      );
      count += sources.length;
      for (const { object } of sources) expect(about(provenance, object.value).length).toBeGreaterThan(3);
    }
    expect(count).toBe(ledger.graph.counts.attestations);
  });

  test('a claim is asserted exactly where somebody affirms it, and described where there is more to it', () => {
    for (const { assertion, provenance } of nanopubs.values()) {
      const [of] = provenance.filter(({ predicate }) => predicate.value === expanded('hs:assertionOf'));
      const record = ledger.graph.findClaim(`claim:${of?.object.value.split('claim:')[1] ?? ''}`);
      if (!record) throw new Error('an assertion is that of a claim');
      const { claim, withdrawn } = record;
      const affirmed = ledger.graph
        .attestationsOf(claim.id)
        .some(one => one.attestation.polarity === 'AFFIRMS' && one.withdrawn === null);
      const isKnown = claim.value?.type !== 'SOME_VALUE' && claim.value?.type !== 'NO_VALUE';
      const isAsserted = affirmed && withdrawn === null && isKnown;
      expect(said(assertion).includes(expanded(`p:${claim.predicate}`))).toBe(isAsserted);
      const isMore = claim.validTime !== undefined || claim.qualifiers.length > 0;
      expect(said(assertion).includes(expanded('rdf:subject'))).toBe(isMore || !isAsserted);
    }
  });
});

test('an address changes when what the claim rests on does, and only then', async () => {
  const ledger = await openWideWorld();
  const before = [...(await nanopubsOf(ledger)).keys()];
  const [first] = ledger.graph.claims();
  await ledger.execute({ type: 'AddEntity', kind: 'TOPIC', label: 'something else' }, 'Bea');
  expect([...(await nanopubsOf(ledger)).keys()]).toEqual(before);
  const source = { new: { kind: 'POST', title: 'one more' } } as const;
  await ledger.execute({ type: 'AttachSource', claim: first?.claim.id ?? '', source }, 'Bea');
  const after = [...(await nanopubsOf(ledger)).keys()];
  expect(after.map((address, at) => address === before[at])).toEqual(before.map((_, at) => at > 0));
});
