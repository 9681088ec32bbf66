// Every byte of a journal file flipped, each of its bits in turn: `npm run journal:flip [-- file]`. Ends with 1 if one is missed.
// In pieces, each a process of its own: opening thousands of damaged files uses up what one process may hold open.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flipBytes, quickFolder, type Flips } from './flip-bytes.js';

const PIECE = 2048;
const [file = 'tests/fixtures/journal-v3/journal.sqlite', start, bit] = process.argv.slice(2);

async function flipPiece(from: number, mask: number): Promise<void> {
  const folder = mkdtempSync(join(quickFolder(), 'hearsay-flip-'));
  const path = join(folder, 'whole.db');
  copyFileSync(file, path);
  const length = Math.min(PIECE, statSync(path).size - from);
  const places = Array.from({ length }, (_, offset) => from + offset);
  console.log(JSON.stringify(await flipBytes(path, folder, places, mask)));
  rmSync(folder, { recursive: true });
}

function flipAll(): void {
  const sum = { flipped: 0, found: 0, harmless: 0, missed: 0 };
  for (let each = 0; each < 8; each++) {
    for (let from = 0; from < statSync(file).size; from += PIECE) {
      const args = ['--import', 'tsx', fileURLToPath(import.meta.url), file, String(from), String(each)];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      const { flipped, found, harmless, missed } = JSON.parse(stdout) as Flips;
      sum.flipped += flipped;
      sum.found += found;
      sum.harmless += harmless;
      sum.missed += missed.length;
      if (missed.length > 0) console.log(`bit ${each}, missed at: ${missed.join(' ')}`);
      console.log(`bit ${each}, bytes to ${from + PIECE}: ${JSON.stringify(sum)}`);
    }
  }
  process.exitCode = sum.missed === 0 ? 0 : 1;
}

if (start === undefined) flipAll();
else await flipPiece(Number(start), 1 << Number(bit));
