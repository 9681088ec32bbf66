// How sharp name search is on 7,128 real names of actors: each finds itself first, and hardly any passes for another by its sound.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NameIndex, type NameHit } from '../../src/graph/names/name-index.js';
import { atOnce } from '../../src/graph/work/resumable.js';

const FILE = '../shared/data/icews14/entity2id.txt';
const there = existsSync(FILE);

/** Pairs that find each other by their sound, read one by one: the first is one man in two spellings, the other is two people. */
const SAME_SOUND = ['Abdiweli Shaykh Ahmad ~ Abdiweli Sheikh Ahmed', 'Mohamed Merah ~ Mohamed Mire'];

describe.skipIf(!there)(
  there ? 'the names of ICEWS14' : 'the names of ICEWS14 are not beside the project',
  () => {
    const names = there
      ? [
          ...new Set(
            readFileSync(FILE, 'utf8')
              .split('\n')
              .map(line => line.split('\t')[0]?.trim() ?? ''),
          ),
        ]
      : [];
    const index = new NameIndex();
    for (const name of names.filter(each => each !== '')) index.add(name, name);
    const answers = new Map<string, readonly NameHit[]>();
    const search = (name: string): readonly NameHit[] => {
      const known = answers.get(name) ?? atOnce(index.search(name));
      answers.set(name, known);
      return known;
    };
    const people = names.filter(name => /^\p{Lu}\S+( \p{Lu}\S+){1,3}$/u.test(name));

    test('each finds itself first', () => {
      const lost = people.filter(name => search(name)[0]?.score !== 1);
      expect(people.length).toBeGreaterThan(2_000);
      expect(lost).toEqual([]);
    });

    test('of all pairs of people, two sound the same', () => {
      const isPerson = new Set(people);
      const sounding = (name: string): readonly string[] =>
        search(name).flatMap(hit => (hit.matchedBy === 'ROMANISATION' ? hit.name : []));
      const pairs = people.flatMap(name =>
        sounding(name)
          .filter(other => isPerson.has(other) && sounding(other).includes(name))
          .map(other => [name, other].sort().join(' ~ ')),
      );
      expect([...new Set(pairs)].sort()).toEqual(SAME_SOUND);
    });
  },
);
