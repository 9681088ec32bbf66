// Runs several of our npm scripts, as many at a time as there are cores; what each says is printed in one piece when it ends.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);
let failed = false;

const run = name =>
  new Promise(resolve => {
    const said = [];
    const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => said.push(text));
    }
    child.on('close', code => {
      process.stdout.write(said.join(''));
      if (code !== 0) console.error(`npm run ${name} failed`);
      failed ||= code !== 0;
      resolve();
    });
  });

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = failed ? 1 : 0;
