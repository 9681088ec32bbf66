// Resolves a path and its links to the one file that is the journal; everything that belongs to a journal lies beside that file.
import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** The absolute path of the file itself, also where it is still to be made. What goes in circles comes back as it was given. */
export function realPath(path: string): string {
  const given = resolve(path);
  let at = given;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const folder = realFolder(dirname(at));
    const here = join(folder, basename(at));
    const target = linkAt(here);
    if (target === null) return here;
    at = resolve(folder, target);
  }
  return given;
}

/** Where that lies which belongs to a journal. @param ending such as `.texts` */
export const besideJournal = (journal: string, ending: string): string => `${realPath(journal)}${ending}`;

/** What lies beside the spelling of a journal's path instead, and where it should: older versions laid it there. */
export function misplacedBeside(
  journal: string,
  endings: readonly string[],
): readonly { readonly found: string; readonly place: string }[] {
  return endings
    .map(ending => ({ found: `${resolve(journal)}${ending}`, place: besideJournal(journal, ending) }))
    .filter(({ found, place }) => realPath(found) !== realPath(place) && existsSync(found));
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realFolder(above), basename(folder));
  }
}

/** What a link says; null for whatever is none. */
function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
