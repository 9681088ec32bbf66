// Reads what each source file imports, as text: enough for the house to hold itself against its plan.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** All files below a folder, paths with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path.replaceAll('\\', '/')];
    });
}

/** Typed documents are made, not written. */
const MADE = 'src/web/explorer/api/documents.ts';

export const sourceFiles = (): string[] =>
  filesBelow('src').filter(file => /\.tsx?$/.test(file) && file !== MADE);

/** What a file imports, type imports included: paths of our own files, or package names. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map(match => resolve(file, match[1] ?? match[2] ?? ''));
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
  return existsSync(`${path}x`) ? `${path}x` : path;
}
