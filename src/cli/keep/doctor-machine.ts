// What `hearsay doctor` asks of the machine: Node, the journal's folder, room on its disk, and the clock.
import { existsSync, statSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { snapshotFolderOf } from '../../journal/snapshot/snapshot-folder.js';
import { logOf } from '../../journal/sqlite/log.js';
import { textFolderOf } from '../../journal/texts/text-folder.js';
import { bad, ok, warn, type DoctorFinding } from './doctor-finding.js';

const MB = 1024 * 1024;
const LEAST_ROOM = 64 * MB;
const ENOUGH_ROOM = 1024 * MB;
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
/** Between two events of a journal that is used at all. */
const LONGEST_PAUSE = 5 * 366 * DAY;

/** @param needed as package.json says it, such as `>=20.19`. */
export function nodeFinding(version: string, needed: string): DoctorFinding {
  const [major, minor] = numbers(version);
  const [needMajor, needMinor] = numbers(needed);
  const enough = major > needMajor || (major === needMajor && minor >= needMinor);
  const found = `Node ${version}`;
  return enough
    ? ok('node', found)
    : bad('node', found, `Install Node ${needed.replace('>=', '')} or newer.`);
}

const numbers = (version: string): [number, number] => {
  const [major, minor] = [...version.matchAll(/\d+/g)].map(Number);
  return [major ?? 0, minor ?? 0];
};

/** The folder that is there: the journal's, or the nearest above in which its folder can be made. */
export function nearestFolder(data: string): string {
  let folder = dirname(resolve(data));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** Whether the journal's folder, and what is there of the journal, can be read and written; to look into a journal, reading is enough. */
export async function folderFinding(data: string): Promise<DoctorFinding> {
  const { R_OK, W_OK, X_OK } = constants;
  const folder = nearestFolder(data);
  const advice = 'Let the user that runs the server read and write it, or give another --data.';
  if (!statSync(folder).isDirectory()) return bad('folder', `${folder} is no folder`, advice);
  const files = [data, logOf(data)].filter(file => existsSync(file));
  const refusal = async (how: number): Promise<string | null> => {
    try {
      await access(folder, how | X_OK);
      for (const file of files) await access(file, how);
      return null;
    } catch (error) {
      const { code = 'unknown error', path = folder } = error as NodeJS.ErrnoException;
      return `${path} cannot be ${how & W_OK ? 'written' : 'read'} (${code})`;
    }
  };
  const unread = await refusal(R_OK);
  if (unread !== null) return bad('folder', unread, advice);
  const unwritten = await refusal(R_OK | W_OK);
  if (unwritten === null) return ok('folder', `${folder} can be read and written`);
  if (!existsSync(data)) return bad('folder', unwritten, advice);
  return warn('folder', unwritten, `To ask and to export, reading is enough. ${advice}`);
}

/** Rights of all but the owner. */
export const OTHERS_RIGHTS = 0o077;

/** What of a journal others may read: older versions left that to the umask. Silent where that is nothing, and on Windows. */
export function rightsFindings(data: string, platform: NodeJS.Platform): readonly DoctorFinding[] {
  if (platform === 'win32') return [];
  return [data, `${data}-wal`, textFolderOf(data), snapshotFolderOf(data)].flatMap(path => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found || !(found.isFile() || found.isDirectory()) || (found.mode & OTHERS_RIGHTS) === 0) return [];
    const rights = found.isDirectory() ? '700' : '600';
    return [warn('rights', `others may read or write ${path}`, `chmod ${rights} '${path}'`)];
  });
}

/** Room on the disk of a folder. */
export async function diskFinding(folder: string): Promise<DoctorFinding> {
  const { bavail, bsize, files, ffree } = await statfs(folder);
  // Some file systems count no files at all.
  return roomFinding(bavail * bsize, files > 0 ? ffree : Infinity);
}

/** @param files how many more files there is room for. */
export function roomFinding(bytes: number, files: number): DoctorFinding {
  const found = `${Math.floor(bytes / MB)} MB are free`;
  if (files < 10) return bad('disk', `${found}, but there is no room for more files`, 'Delete files there.');
  if (bytes < LEAST_ROOM) return bad('disk', found, 'Make room: without it nothing can be recorded.');
  if (bytes < ENOUGH_ROOM) return warn('disk', found, 'Make room before it runs out.');
  return ok('disk', found);
}

/** @param lastAt when the last event was recorded; null where there is none. */
export function clockFinding(now: number, lastAt: string | null): DoctorFinding {
  const time = new Date(now).toISOString();
  if (lastAt === null) return ok('clock', `${time}, nothing is recorded to compare it with`);
  const ahead = now - Date.parse(lastAt);
  const compared = `${time}, the last event was recorded at ${lastAt}`;
  const advice = 'Set the clock. If it is right, it was wrong then: what is recorded bears the later time.';
  if (ahead < -DAY) return bad('clock', compared, advice);
  if (ahead < -SECOND) return warn('clock', compared, advice);
  if (ahead > LONGEST_PAUSE) return warn('clock', compared, 'Look whether the clock is far ahead.');
  return ok('clock', compared);
}
