import { expect, test } from 'vitest';
import { Lanes } from '../../../src/graphql/sockets/lanes.js';

/** Something that goes on until it is told to end. */
function lasting(lanes: Lanes, began: string[], name: string) {
  let end = (): void => undefined;
  const done = lanes.within(() => {
    began.push(name);
    return new Promise<void>((resolve, reject) => {
      end = name === 'broken' ? () => reject(new Error('broken')) : resolve;
    });
  });
  return { done, end: () => end() };
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('as many are under way as there are lanes, and who waits longest is next, after a failure too', async () => {
  const [lanes, began] = [new Lanes(2), [] as string[]];
  const [broken, , third] = ['broken', 'second', 'third', 'fourth'].map(name => lasting(lanes, began, name));
  await turn();
  expect(began).toEqual(['broken', 'second']);
  broken?.end();
  await expect(broken?.done).rejects.toThrow('broken');
  await turn();
  expect(began).toEqual(['broken', 'second', 'third']);
  third?.end();
  await third?.done;
  await turn();
  expect(began.at(-1)).toBe('fourth');
});
