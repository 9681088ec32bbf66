// The ten questions of the first data set, one after the other: first reads, and the same bodies again.
import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExamples } from '../../src/web/playground/read-examples.js';
import { hearsay, startServing } from '../../tests/fixtures/hearsay-process.js';
import { contest } from '../contest.js';
import { ratioFigure } from '../figure.js';
import type { Figure } from '../suite.js';
import { checkAlike } from './answers.js';
import { load, type Measuring } from './load.js';
import { startYardstick } from './start-yardstick.js';

const QUESTIONS = readExamples(readFileSync('schema/examples.graphql', 'utf8'))
  .filter(({ question, text }) => /^\d+\./.test(question) && /^query /m.test(text))
  .map(({ text: query, name: operationName }) => ({ query, operationName }));

/** In turn. A variable that no question declares makes each body another. */
function turn(isFresh: boolean): () => string {
  let asked = 0;
  return () => {
    asked += 1;
    return JSON.stringify({
      ...QUESTIONS[asked % QUESTIONS.length],
      variables: isFresh ? { nth: asked } : {},
    });
  };
}

export async function measureTenQuestions(
  folder: string,
  { rounds, seconds }: Measuring,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  say('the ten questions');
  const [own, others] = [join(folder, 'seed.db'), join(folder, 'seed-stock.db')];
  await hearsay(['load', 'graph-data/choe-moscow-2014/dossier.yaml', '--data', own]);
  await copyFile(own, others);
  const product = await startServing(['--data', own]);
  const stock = await startYardstick('stock-server', [others]);
  try {
    await checkAlike([product.api, stock.url], turn(true), QUESTIONS.length);
    const rate = (url: string, next: () => string) => async (): Promise<number> =>
      (await load({ url, next, connections: 16, seconds })).perSecond;
    const first = turn(true);
    const found = await contest(
      {
        product: rate(product.api, first),
        stock: rate(stock.url, first),
        repeated: rate(product.api, turn(false)),
      },
      rounds,
    );
    const what = 'the ten questions in turn';
    return [
      ratioFigure(
        { name: 'tenFirst.vsStock', what: `${what}; first: rate beside stock Apollo` },
        found.product,
        found.stock,
      ),
      ratioFigure(
        { name: 'tenRepeated.vsFirst', what: `${what}; repeated: rate beside first reads` },
        found.repeated,
        found.product,
      ),
    ];
  } finally {
    await Promise.all([product.end('SIGKILL'), stock.end()]);
  }
}
