// All suites, in the order they run, each in a folder of its name.
import type { Suite } from './suite.js';

export const SUITES = ['http', 'evidence', 'walks', 'start', 'writes', 'servers', 'import'];

export async function loadSuite(name: string): Promise<Suite> {
  if (!SUITES.includes(name))
    throw new Error(`There is no suite "${name}": take one of ${SUITES.join(', ')}.`);
  const { suite } = (await import(`./${name}/suite.js`)) as { readonly suite: Suite };
  return suite;
}
