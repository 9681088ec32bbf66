// What Hearsay is measured beside is installed apart, in this folder, so that the rest of the project needs none of it.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** A package of `bench/package.json`; `Module` is what is used of it. @throws Error in words where it is not installed. */
export function loadPeer<Module>(name: string): Module {
  try {
    return createRequire(resolve('bench/package.json'))(name) as Module;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND') throw error;
    const advice = 'run `npm install --prefix bench`, then measure again';
    throw new Error(`${name} is not installed: ${advice}.`, { cause: error });
  }
}
