import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './imports.js';

const FLOORS = ['domain', 'graph', 'evidence', 'journal', 'exchange', 'graphql', 'web', 'cli'];
/** Each package that has one door only, and the files that may go through it. */
const DOORS: [string, RegExp, RegExp][] = [
  ['graphology', /^(graphology|minisearch)/, /^src\/(graph|web\/explorer\/canvas)\//],
  ['drawing', /^sigma/, /^src\/web\/explorer\/canvas\//],
  [
    'GraphQL',
    /^(graphql|type-graphql|@apollo|fastify|@fastify|@as-integrations|graphql-ws|@graphql-yoga)/,
    /^src\/(graphql|web)\//,
  ],
  ['what counts', /^prom-client$/, /^src\/graphql\/observe\/metrics/],
  ['the SQL driver', /^libsql$/, /^src\/journal\/sqlite\//],
  ['the database driver', /^pg$/, /^src\/journal\/postgres\//],
  ['arguments and options', /^commander$/, /^src\/cli\//],
  ['patterns of others', /^re2js$/, /^src\/exchange\/table\/pattern\.ts$/],
  ['comma-separated files', /^csv-/, /^src\/exchange\/(table|csv)\/csv-/],
];

const floorOf = (file: string): number => FLOORS.indexOf(file.split('/')[1] ?? '');
const files = sourceFiles();
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

test('imports are read over several lines, with their types', () => {
  expect(importsOf('src/journal/decide/decide-attach.ts')).toEqual(
    expect.arrayContaining([
      'src/domain/attestation.ts',
      'src/graph/claim-graph.ts',
      'src/journal/decide/read-quote.ts',
    ]),
  );
  expect(importsOf('src/graph/apply/storage.ts')).toContain('graphology');
});

test('every source file is on a floor', () => {
  expect(files.filter(file => floorOf(file) < 0)).toEqual([]);
});

test('floors only look down', () => {
  const up = files.flatMap(file =>
    importsOf(file)
      .filter(imported => imported.startsWith('src/') && floorOf(imported) > floorOf(file))
      .map(imported => `${file} → ${imported}`),
  );
  expect(up).toEqual([]);
});

test('no file imports itself by a detour, types included', () => {
  const imports = new Map(
    files.map(file => [file, importsOf(file).filter(imported => existsSync(imported))]),
  );
  const rings = files.filter(file => {
    const reached = new Set(imports.get(file));
    for (const next of reached) for (const further of imports.get(next) ?? []) reached.add(further);
    return reached.has(file);
  });
  expect(rings).toEqual([]);
});

describe('one package, one door', () => {
  test.each(DOORS)('%s', (_, packages, door) => {
    const elsewhere = files.filter(
      file => !door.test(file) && importsOf(file).some(imported => packages.test(imported)),
    );
    expect(elsewhere).toEqual([]);
  });
});

test('only the command line reads arguments, environment and clock', () => {
  const reads = /process\.(argv|env)|Date\.now\(|new Date\(\)/;
  expect(
    files.filter(file => !/^src\/(cli|web)\//.test(file) && reads.test(readFileSync(file, 'utf8'))),
  ).toEqual([]);
});

test('files open with a comment that says what they are', () => {
  expect(files.filter(file => !/^(#!.*|\/\/ .{20,})/.test(linesOf(file)[0] ?? ''))).toEqual([]);
});

test('files stay short: none over 300 lines, nine in ten under 200', () => {
  const lengths = files.map(file => linesOf(file).length);
  expect(files.filter(file => linesOf(file).length > 300)).toEqual([]);
  expect(lengths.filter(length => length >= 200).length / lengths.length).toBeLessThanOrEqual(0.1);
});

test('functions stay short: none over 60 lines', () => {
  const long = files.flatMap(file => {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const [from, to] = [lineOf(node.getStart(source)), lineOf(node.getEnd())];
      if (ts.isFunctionLike(node) && to - from + 1 > 60)
        found.push(`${file}:${from}, ${to - from + 1} lines`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(long).toEqual([]);
});

test('no file is a drawer', () => {
  expect(files.filter(file => /(util|helper|common|manager|misc)/i.test(file))).toEqual([]);
});
