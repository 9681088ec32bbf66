// Imports ICEWS14 whole from the command line, twice, and tells rate and peak memory: `npx tsx scripts/import/measure-icews.ts <folder of icews14>`.
// Needs the built program (`npm run build`). The first run of each pair writes, the second finds all of it there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [data = '../shared/data/icews14', main = 'dist/cli/main.js'] = process.argv.slice(2);
const mappings = 'graph-data/mappings/icews14';
const folder = mkdtempSync(join(tmpdir(), 'hearsay-icews-'));
const journal = join(folder, 'icews.db');

/** Has the process tell on its way out what it took: memory at most, in kilobytes, and processor time, in microseconds. */
const PEAK =
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nPEAK '+u.maxRSS+' CPU '+(u.userCPUTime+u.systemCPUTime)+'\\n')})";

function run(mapping: string, files: readonly string[]): void {
  const began = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`, main, 'import'],
      ...files.map(file => join(data, file)),
      ...['--format', 'table', '--mapping', join(mappings, mapping), '--data', journal, '--json'],
      ...['--vocabulary', join(mappings, 'vocabulary.yaml')],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - began) / 1000;
  const { problems, ...counts } = JSON.parse(stdout) as { read: number; problems: { reason: string }[] };
  const [, kilobytes, microseconds] = /PEAK (\d+) CPU (\d+)/.exec(stderr) ?? [];
  const processor = Number(microseconds) / 1e6;
  console.log(files.join(' '), JSON.stringify(counts));
  for (const { reason } of problems) console.log(`  refused: ${reason}`);
  console.log(
    `  ${seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s, ${Math.round(counts.read / processor)} records a second of it), ` +
      `peak ${(Number(kilobytes) / 1024).toFixed(0)} MB, journal ${(statSync(journal).size / 1e6).toFixed(1)} MB`,
  );
}

try {
  for (const _ of ['first', 'again']) {
    run('actors.yaml', ['entity2id.txt']);
    run('events.yaml', ['train.txt', 'valid.txt', 'test.txt']);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
