// What comments, messages and documents point at is there: files, folders, documents and their sections.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './imports.js';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];
const CODE = ['src', 'tests', 'bench', 'scripts']
  .flatMap(filesBelow)
  .filter(file => /\.tsx?$/.test(file) && !file.includes('node_modules'));

const textOf = (file: string): string => readFileSync(file, 'utf8');
const headingsOf = (document: string): string[] =>
  [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(match => match[1] ?? '');
/** As GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

test('links between documents lead to what is there, sections included', () => {
  const broken = DOCUMENTS.flatMap(document =>
    [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(match => match[1] ?? '')
      .filter(link => !/^(https?|mailto):/.test(link))
      .filter(link => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? document : join(dirname(document), path);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !headingsOf(target).map(anchorOf).includes(anchor);
      })
      .map(link => `${document}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('the documents and sections that code cites exist', () => {
  const cited = CODE.flatMap(file =>
    [...textOf(file).matchAll(/\b((?:docs|bench)\/[\w-]+\.md)(?:`?, section (\d+))?/g)].map(
      ([, document = '', section]) => ({ file, document, section }),
    ),
  );
  expect(cited.length).toBeGreaterThan(4);
  const broken = cited.filter(
    ({ document, section }) =>
      !existsSync(document) ||
      (section !== undefined && !headingsOf(document).some(heading => heading.startsWith(`${section}. `))),
  );
  expect(broken).toEqual([]);
  const unknown = CODE.filter(file =>
    /(?<![\w/.-])(evidence|design|glossary|scaling)\.md/.test(textOf(file)),
  );
  expect(unknown.filter(file => file !== 'tests/house/citations.test.ts')).toEqual([]);
});

test('the files and folders that documents name are there', () => {
  const missing = DOCUMENTS.flatMap(document =>
    [...textOf(document).matchAll(/`((?:src|tests|bench|scripts|schema|graph-data)\/[\w./-]*)`/g)]
      .map(match => match[1] ?? '')
      .filter(path => !existsSync(path))
      .map(path => `${document}: ${path}`),
  );
  expect(missing).toEqual([]);
});
