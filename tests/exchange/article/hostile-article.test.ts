// Articles made to take long end all the same.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Killed only where it would not end for many minutes. */
const GIVEN_UP = 100_000;

test.each([
  ['comments before something that is no page', 'a.txt', "'<!---->'.repeat(200) + 'x'"],
  [
    'blanks, each in an element of its own',
    'a.html',
    "'<title>t</title><p>x' + '<b> </b>'.repeat(300_000) + 'x'",
  ],
  [
    'elements within elements',
    'a.html',
    "'<title>t</title>' + '<div>'.repeat(100_000) + '<p>'.repeat(100_000) + 'x'",
  ],
  [
    'closing what is not open',
    'a.html',
    "'<title>t</title>' + '<i>'.repeat(100_000) + '</q>'.repeat(100_000) + 'x'",
  ],
  [
    'attributes',
    'a.html',
    "'<title>t</title><p ' + Array.from({ length: 200_000 }, (_, i) => 'a' + i).join(' ') + '>x'",
  ],
])('%s are read to the end', { timeout: 2 * GIVEN_UP }, (_, name, content) => {
  const read = `
    import { articleImporter } from './src/exchange/article/article-importer.ts';
    const open = async function* () { yield Buffer.from(${content}); };
    for await (const { commands } of articleImporter({ title: 't' }).read({ name: '${name}', open })) {
      console.log(commands.at(-1).text.endsWith('x'));
    }`;
  const node = ['--import', 'tsx', '--input-type=module', '--eval', read];
  const { stdout, stderr, signal } = spawnSync(process.execPath, node, {
    timeout: GIVEN_UP,
    encoding: 'utf8',
  });
  expect([stdout.trim(), stderr, signal]).toEqual(['true', '', null]);
});
