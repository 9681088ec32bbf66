// Files for importing, which are read more than once: standard input is laid down in a file of its own for that long.
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidInput } from '../../domain/refusal.js';
import { unpacked } from '../../exchange/import/import-bytes.js';
import type { ImportInput } from '../../exchange/import/importer.js';
import type { Surroundings } from '../terminal/surroundings.js';

const STANDARD_INPUT = '-';

/** Lets `use` read the named files, then removes what was laid down for it. @throws InvalidInput for one that cannot be read. */
export async function withInputs<T>(
  names: readonly string[],
  { inputBytes }: Surroundings,
  use: (inputs: readonly ImportInput[]) => Promise<T>,
): Promise<T> {
  if (names.filter(name => name === STANDARD_INPUT).length > 1) {
    throw new InvalidInput('Standard input can be read once: name - once.');
  }
  const folder = names.includes(STANDARD_INPUT) ? await mkdtemp(join(tmpdir(), 'hearsay-input-')) : null;
  try {
    const laidDown = folder === null ? '' : join(folder, 'input');
    if (folder !== null) await writeFile(laidDown, inputBytes(), { mode: 0o600 });
    const inputs = names.map(name =>
      name === STANDARD_INPUT ? fileInput('standard input', laidDown) : fileInput(name, name),
    );
    await Promise.all(names.filter(name => name !== STANDARD_INPUT).map(tryToOpen));
    return await use(inputs);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

const fileInput = (name: string, path: string): ImportInput => ({
  name,
  open: () => unpacked(name, createReadStream(path)),
});

async function tryToOpen(path: string): Promise<void> {
  try {
    const file = await open(path);
    const isFolder = (await file.stat()).isDirectory();
    await file.close();
    if (isFolder) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new InvalidInput(`${path} cannot be read (${code}): give the path of a file that can be read.`, {
      file: path,
    });
  }
}
