import type { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { BoundedQueue } from '../../../src/graphql/changes/bounded-queue.js';

function queueOf(most: number) {
  const ended = { times: 0 };
  return { ended, queue: new BoundedQueue<number>(most, () => (ended.times += 1)) };
}

test('it gives what was pushed before and after it was asked for', async () => {
  const { queue } = queueOf(3);
  queue.push(1);
  expect((await queue.next()).value).toBe(1);
  const waiting = queue.next();
  queue.push(2);
  expect((await waiting).value).toBe(2);
});

test('who has no room for more is let go of at once, with what waited, and is told so', async () => {
  const { queue, ended } = queueOf(3);
  for (let item = 0; item < 3; item += 1) queue.push(item);
  expect([queue.isFull, ended.times]).toEqual([true, 0]);
  queue.push(3);
  queue.push(4);
  expect(ended.times).toBe(1);
  const refusal = (await queue.next().catch((error: unknown) => error)) as GraphQLError;
  expect(refusal.extensions['code']).toBe('SUBSCRIPTION_TOO_SLOW');
  expect((await queue.next()).done).toBe(true);
  expect(ended.times).toBe(1);
});

test('a fault is told to who waits for the next item', async () => {
  const { queue } = queueOf(3);
  const waiting = queue.next();
  queue.fail(new Error('broken'));
  await expect(waiting).rejects.toThrow('broken');
});

test('a read that is under way ends when the reader leaves', async () => {
  const { queue, ended } = queueOf(3);
  const waiting = queue.next();
  await queue.return();
  expect((await waiting).done).toBe(true);
  queue.push(1);
  expect((await queue.next()).done).toBe(true);
  expect(ended.times).toBe(1);
});
