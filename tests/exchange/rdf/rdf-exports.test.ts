// RDF out: JSON-LD and N-Quads hold the same graph, judged by the parsers of others, which fetch nothing.
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { beforeAll, describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { jsonldExporter } from '../../../src/exchange/rdf/out/jsonld-exporter.js';
import { nanopubExporter } from '../../../src/exchange/rdf/out/nanopub-exporter.js';
import { nquadsExporter } from '../../../src/exchange/rdf/out/nquads-exporter.js';
import { expanded } from '../../../src/exchange/rdf/terms.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { Teller } from '../../fixtures/teller.js';
import { exported } from '../export/exported.js';
import { textOf, write } from './jsonld-worlds.js';
import { HOSTILE, openWideWorld } from './wide-world.js';

const offline = (url: string): never => {
  throw new Error(`${url} was asked for`);
};

/** What another program makes of our JSON-LD. */
async function quadsOfJsonld(text: string): Promise<Quad[]> {
  const document = JSON.parse(text) as jsonld.JsonLdDocument;
  const options = { format: 'application/n-quads', documentLoader: offline, safe: true } as const;
  return quadsOf((await jsonld.toRDF(document, options)) as string);
}

const quadsOf = (text: string): Quad[] => new Parser({ format: 'application/n-quads' }).parse(text);
const lines = (quads: readonly Quad[]): string[] => quads.map(quad => JSON.stringify(quad)).sort();

const EXPORTERS = [jsonldExporter, nquadsExporter, nanopubExporter] as const;
const WORLDS = [
  ['the first data set', async () => (await openLoadedLedger()).ledger],
  ['a world with one of everything', openWideWorld],
] as const;

describe.each(WORLDS)('%s', (_, open) => {
  let ledger: Ledger;
  let quads: Quad[];
  beforeAll(async () => {
    ledger = await open();
    quads = quadsOf(await textOf(ledger, nquadsExporter));
  });

  test('its JSON-LD and its N-Quads are the same quads, none of them twice', async () => {
    expect(lines(await quadsOfJsonld(await textOf(ledger, jsonldExporter)))).toEqual(lines(quads));
    expect(new Set(lines(quads)).size).toBe(quads.length);
  });

  test('each thing is there, and what it points to', () => {
    const ofType = (type: string): string[] =>
      quads
        .filter(
          ({ predicate, object }) =>
            predicate.value === expanded('rdf:type') && object.value === expanded(type),
        )
        .map(({ subject }) => subject.value);
    const { entities, claims, sources, attestations } = ledger.graph.counts;
    const ids = {
      'hs:Entity': entities,
      'hs:Claim': claims,
      'hs:Source': sources,
      'hs:Attestation': attestations,
    };
    const there = new Set<string>();
    for (const [type, count] of Object.entries(ids)) {
      const found = new Set(ofType(type));
      expect([type, found.size]).toEqual([type, count]);
      for (const id of found) there.add(id);
    }
    const base = expanded('entity:').slice(0, -'entity:'.length);
    const pointedTo = quads
      .map(({ object }) => object)
      .filter(
        ({ termType, value }) => termType === 'NamedNode' && value.startsWith(base) && !value.includes('#'),
      );
    expect(pointedTo.filter(({ value }) => !there.has(value))).toEqual([]);
  });

  test('each claim has its plain triple in a graph of its own', () => {
    const asserted = quads.filter(({ graph }) => graph.termType === 'NamedNode');
    expect(asserted.map(({ graph }) => graph.value).sort()).toEqual(
      [...ledger.graph.claims()].map(({ claim }) => `${expanded(claim.id)}#assertion`).sort(),
    );
  });

  test.each(EXPORTERS)(
    '$name comes out the same each time, and nothing of it is a blank node',
    async exporter => {
      const text = await textOf(ledger, exporter);
      expect(await textOf(await open(), exporter)).toBe(text);
      expect(text).not.toMatch(/_:/);
    },
  );
});

describe('of a world with one of everything', () => {
  let ledger: Ledger;
  let quads: Quad[];
  beforeAll(async () => {
    ledger = await openWideWorld();
    quads = quadsOf(await textOf(ledger, nquadsExporter));
  });
  const objectsOf = (predicate: string): Quad['object'][] =>
    quads.filter(quad => quad.predicate.value === expanded(predicate)).map(({ object }) => object);
  const valuesOf = (predicate: string): string[] => objectsOf(predicate).map(({ value }) => value);

  test('texts that would break out of their place are kept to the letter', async () => {
    for (const predicate of [
      'schema:description',
      'schema:headline',
      'hs:reason',
      'hs:qualifierValue',
      'rdf:object',
    ]) {
      expect(valuesOf(predicate)).toContain(HOSTILE);
    }
    const trig = new Parser({ format: 'application/trig' }).parse(await textOf(ledger, nanopubExporter));
    expect(trig.map(({ object }) => object.value)).toContain(HOSTILE);
  });

  test('dates, numbers and durations have their datatype, names their language', () => {
    const typed = [...objectsOf('hs:validTime'), ...objectsOf('rdf:object')].flatMap(object =>
      object.termType === 'Literal' ? `${object.value.slice(0, 9)} ${object.datatype.value}` : [],
    );
    const edtf = 'http://id.loc.gov/datatypes/edtf/EDTF';
    expect(typed).toEqual(
      expect.arrayContaining([
        `2014-11~ ${edtf}`,
        `2014/.. ${edtf}`,
        `1970-05? ${edtf}`,
        `1200.50 ${expanded('xsd:decimal')}`,
        `P2W ${expanded('hs:duration')}`,
      ]),
    );
    const languages = objectsOf('skos:altLabel').map(label =>
      label.termType === 'Literal' ? label.language : '',
    );
    expect(languages.sort()).toEqual(['', 'fr', 'ru', 'zh-hant-tw']);
  });

  test('an address that is no IRI to the letter is a literal', () => {
    const [address] = objectsOf('schema:url');
    expect(address).toMatchObject({ termType: 'Literal', value: expect.stringContaining('{b}') as string });
    expect(
      objectsOf('schema:sameAs')
        .map(({ termType }) => termType)
        .sort(),
    ).toEqual(['Literal', 'NamedNode']);
  });

  test('a path that readers of IRIs would shorten is written without slashes', () => {
    expect(valuesOf('rdf:subject')).toContain(expanded('entity:w~..~up'));
  });

  test('denials, doubts, gradings and judgements are there', () => {
    expect(valuesOf('hs:polarity')).toContain(expanded('hs:DENIES'));
    expect(valuesOf('hs:certainty')).toContain(expanded('hs:POSSIBLE'));
    expect(valuesOf('hs:unknown').sort()).toEqual([expanded('hs:NO_VALUE'), expanded('hs:SOME_VALUE')]);
    expect(valuesOf('hs:reliability')).toEqual([expanded('hs:F')]);
    expect(valuesOf('hs:judgement').sort()).toEqual([expanded('hs:SAME'), expanded('hs:UNSURE')]);
    expect(valuesOf('oa:exact')).toEqual(
      expect.arrayContaining(['we met', 'so we did', 'they met', 'met again']),
    );
  });

  test('what came before the last grade or judgement is told as lost', async () => {
    const { report } = await write(ledger, jsonldExporter);
    expect(report.lost).toEqual([
      { what: 'a grade of a party before the last one', count: 1 },
      { what: 'a judgement of identity before the last one of a pair', count: 1 },
    ]);
  });
});

test('half a character, which no file can keep, is refused by name', async () => {
  const teller = new Teller();
  teller.entity('entity:half', 'TOPIC', 'half \uD800 of it');
  const world = new ExportWorld(new ViewedGraph(teller.graph()));
  for (const exporter of [jsonldExporter, nquadsExporter]) {
    await expect(exported(world, exporter)).rejects.toThrow(
      /entity:half holds half a character .* in `label`/,
    );
  }
});
