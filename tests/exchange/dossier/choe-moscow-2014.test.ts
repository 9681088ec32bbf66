// The first data set: it reads clean, holds every row of what the two articles say, and quotes them rightly and sparingly.
import { describe, expect, test } from 'vitest';
import type { Quote } from '../../../src/domain/attestation.js';
import type { AttachSource, MakeClaim } from '../../../src/domain/command.js';
import { paragraphsOf } from '../../../src/domain/paragraphs.js';
import { anchorQuote } from '../../../src/domain/quote-anchor.js';
import { overlaps, readTimeSpan } from '../../../src/domain/time-span.js';
import type { DossierEntry } from '../../../src/exchange/dossier/dossier.js';
import { builtInReader, builtInVocabulary, hasSeeds, projectFile, seedText } from '../seed-files.js';

const FILE = projectFile('graph-data/choe-moscow-2014/dossier.yaml');
const VOCABULARY = builtInVocabulary();
const ENTRIES = builtInReader().read(FILE, VOCABULARY).entries;

/** What stands behind a label such as `claim row-1, attestation 2`. */
interface Said {
  readonly claim: string;
  readonly command: AttachSource;
}

const claims = new Map(
  ENTRIES.flatMap(({ command, label }): [string, MakeClaim][] =>
    command.type === 'MakeClaim' ? [[label.replace('claim ', ''), command]] : [],
  ),
);
const said: Said[] = ENTRIES.flatMap(({ command, label }: DossierEntry) =>
  command.type === 'AttachSource' ? [{ claim: label.slice(6, label.indexOf(',')), command }] : [],
);
const saidOf = (claim: string): AttachSource[] =>
  said.filter(one => one.claim === claim).map(({ command }) => command);
const quotes = said.flatMap(({ command }) => (command.quote ? [{ command, quote: command.quote }] : []));

const party = (ref: AttachSource['source']): string =>
  ref.new?.party?.replace('entity:choe-moscow-2014/', '') ?? `(${ref.new?.partyDescribedAs})`;
const chain = ({ source, via = [] }: AttachSource): string =>
  [source, ...via.map(relay => relay.source)].map(party).join(' ← ');

test('the dossier has no problems', () => {
  expect(builtInReader().lint(FILE, VOCABULARY)).toEqual([]);
});

test('all rows from 1 to 40 are there', () => {
  const rows = [...claims.keys()].flatMap(key => key.match(/\d+/g)?.map(Number) ?? []);
  expect([...new Set(rows)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
});

test('every claim is said by an article, with a quote, and either on its own word or on that of others', () => {
  for (const key of claims.keys()) expect(saidOf(key), key).not.toEqual([]);
  for (const { claim, command } of said) {
    expect(command.quote, claim).toBeDefined();
    expect((command.own === true) !== (command.via !== undefined), claim).toBe(true);
    expect(['upi', 'the-diplomat'], claim).toContain(party(command.source));
  }
});

describe('the chains are those of the articles', () => {
  test.each([
    ['row-1', ['upi', 'the-diplomat']],
    ['row-3', ['the-diplomat ← ap']],
    ['row-2-and-3', ['upi', 'the-diplomat ← ap']],
    ['row-8', ['upi ← yonhap ← (a diplomatic source in Moscow)']],
    ['row-9', ['upi ← yonhap ← (a diplomatic source in Moscow)']],
    ['row-14', ['upi ← ryabkov']],
    ['row-15', ['upi ← ryabkov', 'the-diplomat ← russia-mfa']],
    ['row-16', ['upi ← ryabkov', 'the-diplomat ← russia-mfa']],
    ['row-17a', ['the-diplomat ← russia-mfa']],
    ['row-23', ['upi ← lim', 'the-diplomat ← south-korea-government']],
    ['row-25', ['upi ← kerry']],
    ['row-29', ['upi ← king']],
    ['row-34', ['the-diplomat ← lim']],
    ['row-37', ['the-diplomat ← (unnamed observers)']],
    ['row-39', ['the-diplomat ← yang']],
  ])('%s: %j', (key, chains) => {
    expect(saidOf(key).map(chain)).toEqual(chains);
  });

  test('the unnamed diplomatic source stands behind rows 8 and 9 alone', () => {
    const behind = said.filter(({ command }) => chain(command).includes('diplomatic source'));
    expect(behind.map(({ claim }) => claim)).toEqual(['row-8', 'row-9']);
  });
});

test('what is hedged, expected or speculated is graded so, with the words that show it', () => {
  const graded = (certainty: string) =>
    said.filter(({ command }) => command.certainty === certainty).map(({ claim }) => claim);
  expect(graded('POSSIBLE')).toEqual(['row-9', 'row-28', 'row-30']);
  expect(graded('PROBABLE')).toEqual(
    expect.arrayContaining(['row-5', 'row-11', 'row-12', 'row-19', 'row-20']),
  );
  expect(saidOf('row-11')[0]?.wording).toBe('appears to have regained');
  expect(saidOf('row-1').map(({ certainty }) => certainty)).toEqual([undefined, undefined]);
});

test('number two is first Hwang and then Choe, without an overlap', () => {
  const [before, after] = [claims.get('row-12'), claims.get('row-11')];
  expect(before?.subject).toBe('entity:choe-moscow-2014/hwang');
  expect(after?.subject).toBe('entity:choe-moscow-2014/choe');
  expect(before?.object).toBe(after?.object);
  expect(overlaps(readTimeSpan(before?.validTime), readTimeSpan(after?.validTime))).toBe(false);
});

test('no seat is taken twice at a time', () => {
  const seated = [...claims.values()].filter(({ predicate }) => VOCABULARY.getPredicate(predicate).seats);
  const clashes = seated.filter((a, index) =>
    seated
      .slice(index + 1)
      .some(b => a.object === b.object && overlaps(readTimeSpan(a.validTime), readTimeSpan(b.validTime))),
  );
  expect(clashes).toEqual([]);
});

test('people are known by the spellings of both articles, and in their own script', () => {
  const namesOf = (key: string): string[] =>
    ENTRIES.flatMap(({ command }) =>
      command.type === 'AddEntity' && command.id?.endsWith(`/${key}`)
        ? [command.label, ...(command.names ?? []).map(({ text }) => text)]
        : [],
    );
  expect(namesOf('choe')).toEqual(expect.arrayContaining(['Choe Ryong Hae', 'Choe Ryong-hae', '최룡해']));
  expect(namesOf('kim-jong-un')).toEqual(expect.arrayContaining(['Kim Jong Un', 'Kim Jong-un', '김정은']));
  expect(namesOf('lim')).toEqual(
    expect.arrayContaining(['Lim Byung-chul', 'Lim Byeong-cheol', 'Lim Byeong-cheoi', '임병철']),
  );
});

test('no quote is longer than eight words, and each has its place and the hash of its paragraph', () => {
  for (const { quote } of quotes) {
    expect(quote.exact.split(/\s+/).length, quote.exact).toBeLessThanOrEqual(8);
    expect(quote).toMatchObject({
      paragraph: expect.any(Number) as number,
      start: expect.any(Number) as number,
      textHash: expect.any(String) as string,
    });
  }
});

// The articles are not ours to give away; where they are missing there is no text to look in.
describe.skipIf(!hasSeeds)('in the articles themselves (skipped where ../shared/seeds is absent)', () => {
  const textOf = (command: AttachSource): string => seedText(command.source.new?.textFile ?? '');
  const sentencesOf = ({ paragraph = 0 }: Quote, text: string): string[] =>
    (paragraphsOf(text)[paragraph - 1] ?? '').split(/(?<=[.?!]["”]?)\s+|\n/u).map(bare);
  const bare = (text: string): string => text.replace(/^["“\s]+|[.,?!"”\s]+$/gu, '');

  test('every quote stands in its place', () => {
    for (const { command, quote } of quotes) {
      expect(anchorQuote(quote, textOf(command)), quote.exact).toBe('EXACT');
    }
  });

  test('no quote is a whole sentence', () => {
    for (const { command, quote } of quotes) {
      expect(sentencesOf(quote, textOf(command))).not.toContain(bare(quote.exact));
    }
  });

  test('no sentence of the articles stands in the data set', () => {
    const ours = [FILE, projectFile('graph-data/choe-moscow-2014/README.md')]
      .map(({ text }) => text.replace(/\s+/g, ' '))
      .join(' ');
    const theirs = ['000_565ad2c5bf7250ca.txt', '001_c1de44b40307d5e6.txt'].flatMap(name =>
      paragraphsOf(seedText(name)).flatMap(paragraph => paragraph.split(/(?<=[.?!]["”]?)\s+/u)),
    );
    const long = theirs.filter(sentence => sentence.split(/\s+/).length > 8);
    expect(long.length).toBeGreaterThan(20);
    // The headlines are bibliographic data.
    expect(long.filter(sentence => ours.includes(sentence) && /[.?!]["”]?$/u.test(sentence))).toEqual([]);
  });
});
