// Where a journal is, from the options of a command: in a file, or in a database that several servers write to.
import { InvalidInput } from '../../domain/refusal.js';
import { misplacedBeside, realPath } from '../../journal/files/journal-path.js';
import { isPostgres, postgresHosts, shownAddress } from '../../journal/postgres/address.js';
import { DEFAULT_DATA } from '../terminal/defaults.js';

/** `file` is the real path. `shown` is what was given, without a password, so it may be shown to anyone. */
export type JournalPlace =
  | { readonly kind: 'FILE'; readonly file: string; readonly shown: string }
  | { readonly kind: 'DATABASE'; readonly address: string; readonly shown: string };

/** How commands are told where a journal is. */
export interface JournalOptions {
  /** Path of a file. */
  readonly data?: string;
  /** An address, instead. */
  readonly journal?: string;
}

const SQLITE = /^sqlite:/;
/** Of one letter are drives of Windows. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]+:\/\//i;

/** @throws InvalidInput for what is no address of a journal. */
export function placeOf({ data = DEFAULT_DATA, journal }: JournalOptions): JournalPlace {
  if (journal !== undefined) return readPlace(journal, '--journal');
  if (isPostgres(data))
    throw new InvalidInput('--data takes the path of a file: give the address of a database with --journal.');
  return fileAt(data);
}

/** The place that an address names: `postgres://…`, `sqlite:FILE`, or a path. @param option to name in a refusal */
export function readPlace(address: string, option: string): JournalPlace {
  if (isPostgres(address)) {
    // What is no such address is refused before anything else is done.
    postgresHosts(address);
    return { kind: 'DATABASE', address, shown: shownAddress(address) };
  }
  const path = address.replace(SQLITE, '');
  // Not repeated: it may hold a password.
  if (path === '' || OTHER_SCHEME.test(address) || /^\/\/[^/]/.test(path))
    throw new InvalidInput(
      `${option} takes the path of a file, sqlite:FILE, or postgres://user@host/database: this is none of them.`,
    );
  return fileAt(path);
}

const BESIDE = ['.tokens.json', '.texts', '.snapshot'] as const;

/** @throws InvalidInput where a link leads to the journal, and what belongs beside the journal lies beside the link. */
function fileAt(path: string): JournalPlace {
  const file = realPath(path);
  const [misplaced] = misplacedBeside(path, BESIDE);
  if (!misplaced) return { kind: 'FILE', file, shown: path };
  const { found, place } = misplaced;
  throw new InvalidInput(
    `${path} leads to ${file}, beside which all that belongs to the journal lies: move ${found} to ${place}, or remove it.`,
  );
}

export function isSamePlace(one: JournalPlace, other: JournalPlace): boolean {
  if (one.kind === 'FILE' && other.kind === 'FILE') return one.file === other.file;
  return one.kind === 'DATABASE' && other.kind === 'DATABASE' && one.address === other.address;
}
