// Writes a new file or folder under a temporary name, and renames it once it is whole and on disk. Nothing is overwritten.
import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { link, lstat, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Conflict, InvalidInput } from '../../domain/refusal.js';
import { syncFolder } from './sync-folder.js';

/** What comes after a file's name in that of its part, or of what lies beside the part. */
const PART = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part(?:[-.].*)?$/;
/** File systems without hard links say one of these. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Lets `write` make a file or a folder at the path that it is given, on disk before it resolves, then gives it its name. What it
 * lays beside that path, under names that begin with it, is removed in the end. So are parts that earlier runs were killed over;
 * another run that writes the same at this moment is refused when it comes to its end.
 * @throws Conflict where there is such a file already; InvalidInput where there is no folder for it.
 */
export async function publishWhole<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const target = resolve(path);
  const folder = dirname(target);
  if (!existsSync(folder))
    throw new InvalidInput(`There is no folder ${folder}: make it, or give another path.`, {
      field: ['file'],
    });
  await clearParts(target);
  if (isThere(target)) throw exists(path);
  const part = partOf(target);
  try {
    const done = await write(part);
    await giveName(part, target, path);
    await syncFolder(folder);
    return done;
  } finally {
    await clear(folder, rest => rest.startsWith(basename(part)));
  }
}

/** A new path under which a file to be is written. */
export const partOf = (target: string): string => `${target}.${randomUUID()}.part`;

/** Removes parts of a file to be that runs before left behind. */
export async function clearParts(target: string): Promise<void> {
  const called = basename(target);
  await clear(dirname(target), found => found.startsWith(called) && found.search(PART) === called.length);
}

/** Removes the parts of whatever was to be in a folder, in which nobody else may write now. */
export const clearPartsIn = (folder: string): Promise<void> => clear(folder, found => PART.test(found));

async function clear(folder: string, isPart: (name: string) => boolean): Promise<void> {
  for (const found of await readdir(folder)) {
    if (isPart(found)) await rm(join(folder, found), { recursive: true, force: true });
  }
}

/** Links where that can be, since renaming would overwrite what came meanwhile. */
async function giveName(part: string, target: string, path: string): Promise<void> {
  try {
    if ((await lstat(part)).isDirectory()) await rename(part, target);
    else await linked(part, target, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTEMPTY' || code === 'ENOTDIR') throw exists(path);
    if (code !== 'ENOENT') throw error;
    throw new Conflict(`Another command began to write ${path} meanwhile: look at what it made.`, {
      field: ['file'],
    });
  }
}

async function linked(part: string, target: string, path: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (isThere(target)) throw exists(path);
    await rename(part, target);
  }
}

/** A link that leads nowhere is there too. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const exists = (path: string): Conflict =>
  new Conflict(`${path} exists already: nothing is overwritten, give another path.`, { field: ['file'] });
