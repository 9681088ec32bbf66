// The one folder into which a server writes backups: a request names a file, never a path.
import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '../../domain/refusal.js';
import type { BackupFolder } from './context.js';

/** Letters, figures, dots, dashes and underlines, none of which leads out of a folder; and no other kind of file of ours. */
const PLAIN_NAME = /^\w[\w.-]{0,95}\.db$/;

/** @throws InvalidInput unless the folder is there. */
export function openBackupFolder(folder: string): BackupFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InvalidInput(`There is no folder ${folder}: make it, or give another with --backups.`);
  }
  const real = realpathSync(folder);
  return { place: name => placeIn(real, name) };
}

function placeIn(folder: string, name: string): string {
  const field = ['file'];
  if (!PLAIN_NAME.test(name)) {
    const found = JSON.stringify(name.slice(0, 80));
    const advice = 'give a name such as hearsay-2026-01-31.db, without a folder';
    throw new InvalidInput(`${found} is no plain file name that ends in .db: ${advice}.`, { field });
  }
  return join(folder, name);
}
