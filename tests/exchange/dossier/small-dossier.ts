// A small dossier that has nothing wrong with it, and the ways in which tests read it and change it.
import type { Dossier } from '../../../src/exchange/dossier/dossier.js';
import { builtInReader, builtInVocabulary } from '../seed-files.js';

const VOCABULARY = builtInVocabulary();
const READER = builtInReader();

export const GOOD = `hearsay: dossier/1
id: small
title: A small dossier
entities:
  choe: { kind: PERSON, label: Choe Ryong Hae, names: [{ text: 최룡해, language: ko }] }
  kim: { kind: PERSON, label: Kim Jong Un }
  upi: { kind: ORGANIZATION, label: UPI }
sources:
  article: { kind: ARTICLE, title: An article, publishedAt: 2014-11-18, party: upi }
  word: { kind: STATEMENT, partyDescribedAs: a diplomat }
claims:
  - key: envoy
    subject: choe
    predicate: envoy_of
    object: kim
    validTime: 2014-11
    qualifiers: { to: [entity:world/russia, { value: the East }] }
    attestations:
      - source: article
        certainty: PROBABLE
        wording: said to be
        quote: { exact: an envoy, paragraph: 2, start: 3, end: 11 }
        via:
          - source: word
            certainty: POSSIBLE
  - subject: choe
    predicate: meets
    object: entity:world/putin
    attestations:
      - { source: article, own: true }
`;

const file = (text: string) => ({ name: 'small.yaml', text });

export const read = (text: string): Dossier => READER.read(file(text), VOCABULARY);

/** `line:column message` of each problem. */
export const problemsOf = (text: string): string[] =>
  READER.lint(file(text), VOCABULARY).map(({ line, column, message }) => `${line}:${column} ${message}`);

/** The good dossier with one text replaced: it must occur. */
export const changed = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`"${from}" is not there to be replaced`);
  return GOOD.replace(from, to);
};
