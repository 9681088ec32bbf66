import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './imports.js';

/**
 * The rooms of each floor, the lowest first: a room imports from itself and from those before it. `.` are the files that lie loose on the
 * floor. The README's map shows the same rooms.
 */
const ROOMS: Record<string, string> = {
  'src/graph': 'work records attestations names identity apply . views walks',
  'src/evidence': 'chains families slots weighing . views identity texts',
  'src/journal': 'files stored texts snapshot sqlite postgres decide writing upkeep .',
  'src/exchange':
    '. import export json xml csv vocabulary dossier table graph-file gexf graphml article ftm misp packet popolo rdf stix wikibase',
  'src/graphql':
    'auth errors words inputs changes operation compiled types lists fields resolvers front http observe sockets .',
  'src/cli': 'terminal open ask data serve keep .',
  'src/web/explorer':
    'api words view-state look help judgements time token search form walk attach canvas rail table claim drawn entity header paths source start who-is-who panel stage .',
};
/** More files than this in one folder are sorted into rooms. */
const MOST_LOOSE = 22;
/** Folders whose files are all of one sort: a word of the glossary each, a type of the API each. */
const ONE_SORT = ['src/domain', 'src/graphql/types'];

const files = sourceFiles();
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

describe.each(Object.entries(ROOMS))('%s', (floor, order) => {
  const rooms = order.split(' ');
  const roomOf = (file: string): string => {
    const [room, ...further] = file.slice(floor.length + 1).split('/');
    return further.length === 0 ? '.' : (room ?? '.');
  };
  const here = files.filter(file => file.startsWith(`${floor}/`));

  test('has the rooms that are listed, and no other', () => {
    expect([...new Set(here.map(roomOf))].sort()).toEqual([...rooms].sort());
  });

  test('its rooms only look down', () => {
    const up = here.flatMap(file =>
      importsOf(file)
        .filter(imported => imported.startsWith(`${floor}/`))
        .filter(imported => rooms.indexOf(roomOf(imported)) > rooms.indexOf(roomOf(file)))
        .map(imported => `${file} → ${imported}`),
    );
    expect(up).toEqual([]);
  });

  test('is on the map of the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(rooms.filter(room => room !== '.' && !readme.includes(room))).toEqual([]);
  });
});

test('no folder holds more files than one finds one’s way in', () => {
  const loose = new Map<string, number>();
  for (const file of files) loose.set(folderOf(file), (loose.get(folderOf(file)) ?? 0) + 1);
  expect([...loose].filter(([folder, count]) => count > MOST_LOOSE && !ONE_SORT.includes(folder))).toEqual(
    [],
  );
});
