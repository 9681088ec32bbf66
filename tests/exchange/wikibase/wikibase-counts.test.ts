// Three hundred made entities: what goes in comes out or is named, counted on the file itself.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { dumpOf, madeEntities, type Json } from './making-entities.js';
import { World } from './reading-entities.js';

const ENTITIES = madeEntities(300, 7);
const list = (map: unknown): Json[] => Object.values((map ?? {}) as Record<string, Json[]>).flat();
const STATEMENTS = ENTITIES.flatMap(one => list(one['claims']));
const snakOf = (statement: Json): Json => statement['mainsnak'] as Json;
const KEPT = STATEMENTS.filter(one => snakOf(one)['datatype'] !== 'commonsMedia');
const withRank = (rank: string): Json[] => KEPT.filter(one => one['rank'] === rank);
const referencesOf = (one: Json): Json[] => (one['references'] ?? []) as Json[];
const qualifiersOf = (one: Json): Json[] => list(one['qualifiers']);

/** Qualifiers that we add: the property, and parts of the value. */
const ADDED = [
  'property',
  'scheme',
  'unit',
  'language',
  'precision',
  'globe',
  'lower_bound',
  'upper_bound',
  'channel',
  'as',
];

describe('a dump of three hundred made entities', () => {
  let world: World;
  let report: ImportReport;
  beforeAll(async () => {
    world = await World.open();
    report = await world.import(dumpOf(ENTITIES));
  });

  test('holds something of each kind', () => {
    expect(KEPT.length).toBeGreaterThan(1000);
    for (const rank of ['preferred', 'normal', 'deprecated'])
      expect(withRank(rank).length).toBeGreaterThan(100);
  });

  test('nothing of it is refused, and only files are skipped', () => {
    expect(report.problems).toEqual([]);
    expect(report.read).toBe(ENTITIES.length + STATEMENTS.length);
    expect(report.skipped).toBe(STATEMENTS.length - KEPT.length);
    expect(report.skips.map(({ what }) => what)).toEqual(['a file of Wikimedia Commons (commonsMedia, P18)']);
  });

  test('every statement is a claim', () => {
    expect(report.claims).toBe(KEPT.length);
  });

  test('every reference is relayed by the page, or stands in the place of its statement', () => {
    const references = KEPT.flatMap(referencesOf);
    const relayed = world.attestations.filter(({ attestation }) => attestation.lineage === 'RELAYED');
    const places = new Map(
      world.attestations.map(({ attestation }) => [attestation.claim, attestation.locator ?? ''] as const),
    );
    for (const { attestation } of relayed) places.set(attestation.claim, attestation.locator ?? '');
    const pages = world.attestations.filter(({ attestation }) => attestation.wording !== undefined);
    const worded = new Map(pages.map(({ attestation }) => [attestation.claim, attestation.locator ?? '']));
    const inWords = [...worded.values()].flatMap(place => place.match(/reference: /g) ?? []);
    expect(relayed.length + inWords.length).toBe(references.length);
  });

  test('every rank is in the wording, and a deprecated statement is denied by its page', () => {
    const claimsWith = (words: string): number =>
      new Set(
        world.attestations.flatMap(({ attestation: { claim, wording } }) =>
          wording?.includes(words) === true ? [claim] : [],
        ),
      ).size;
    expect(claimsWith('preferred rank')).toBe(withRank('preferred').length);
    expect(claimsWith('deprecated rank')).toBe(withRank('deprecated').length);
    const denials = world.attestations.filter(({ attestation }) => attestation.polarity === 'DENIES');
    expect(denials).toHaveLength(withRank('deprecated').length);
  });

  test('every qualifier is a qualifier or the valid time', () => {
    const isTime = ({ property }: Json): boolean => ['P580', 'P582', 'P585'].includes(String(property));
    const given = KEPT.flatMap(qualifiersOf);
    const kept = world.claims.flatMap(({ claim }) =>
      claim.qualifiers.filter(({ name }) => !ADDED.includes(name)),
    );
    expect(kept).toHaveLength(given.filter(snak => !isTime(snak)).length);
    const timed = KEPT.filter(one => qualifiersOf(one).some(isTime));
    expect(world.claims.filter(({ claim }) => claim.validTime !== undefined)).toHaveLength(timed.length);
    const ended = KEPT.filter(one => qualifiersOf(one).some(({ property }) => property === 'P582'));
    const worded = world.attestations.filter(({ attestation }) =>
      attestation.wording?.includes('end time some value'),
    );
    expect(new Set(worded.map(({ attestation }) => attestation.claim)).size).toBe(ended.length);
  });

  test('every time keeps its precision', () => {
    const forms: readonly RegExp[] = [
      ...Array.from({ length: 6 }, (_, precision) => new RegExp(`^\\+.* \\(precision ${precision}\\)$`)),
      ...[/^\dXXX$/, /^\d\dXX$/, /^\d{3}X$/, /^\d{4}$/, /^\d{4}-04$/, /^\d{4}-04-17$/],
      ...Array.from({ length: 3 }, () => /^\d{4}-04-17T/),
    ];
    const given = KEPT.filter(one => snakOf(one)['property'] === 'P9991').map(one => {
      const { value } = snakOf(one)['datavalue'] as { value: { precision: number } };
      return value.precision;
    });
    expect(new Set(given).size).toBe(15);
    const dates = world.claims
      .filter(({ claim }) => claim.qualifiers.some(({ entity }) => entity === 'entity:wikidata/p9991'))
      .map(({ claim: { value } }) => (value && 'text' in value ? value.text : ''));
    expect(dates).toHaveLength(given.length);
    for (const form of new Set(forms.map(String))) {
      const wanted = given.filter(precision => String(forms[precision]) === form).length;
      expect(dates.filter(date => new RegExp(form.slice(1, -1)).test(date))).toHaveLength(wanted);
    }
  });

  test('every label and alias is a name in its language, and other descriptions are named', () => {
    const tags: Record<string, string> = { simple: 'en-simple', 'be-x-old': 'be-tarask' };
    const named = (texts: unknown): string[] =>
      Object.entries((texts ?? {}) as Record<string, Json | Json[]>).flatMap(([language, given]) =>
        [given].flat().map(({ value }) => `${String(value)} ${tags[language] ?? language}`),
      );
    let descriptions = 0;
    for (const one of ENTITIES) {
      const { names, entity } = world.entity(String(one['id']));
      const kept = names.map(({ text, language }) => `${text} ${language ?? ''}`);
      for (const name of [...named(one['labels']), ...named(one['aliases'])]) expect(kept).toContain(name);
      descriptions +=
        Object.keys(one['descriptions'] as Json).length - (entity.description === undefined ? 0 : 1);
    }
    const lost = report.lost.filter(({ what }) => what.startsWith('description in '));
    expect(lost.reduce((sum, { count }) => sum + count, 0)).toBe(descriptions);
    expect(report.lost.filter(one => !lost.includes(one))).toEqual([]);
  });

  test('imported again, it adds nothing', async () => {
    const { seq } = world.ledger.graph;
    const again = await world.import(dumpOf(ENTITIES));
    expect(again).toMatchObject({ read: report.read, accepted: 0, known: report.accepted, refused: 0 });
    expect(world.ledger.graph.seq).toBe(seq);
  });
});
