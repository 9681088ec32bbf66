// The work of one operation: steps and time over all its parts, and rests in which others go first. Time is told by the test.
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { atOnce, type Resumable } from '../../../src/graph/work/resumable.js';
import { Work, type WorkLimits } from '../../../src/graph/work/work.js';

/** A clock that stands still until it is moved. */
function stage(limits: Partial<WorkLimits> = {}) {
  const clock = { ms: 0 };
  const scheduler = new Scheduler(() => clock.ms);
  const begin = (own: Partial<WorkLimits> = {}): Work =>
    new Work(
      {
        steps: Infinity,
        ms: Infinity,
        tooManySteps: () => new Error('too many steps'),
        outOfTime: () => new Error('out of time'),
        ...limits,
        ...own,
      },
      scheduler,
    );
  return { clock, turns: scheduler, begin };
}

/** Pieces of so many steps each; told of each before it is done. */
function* pieces(
  count: number,
  steps: number,
  onPiece: (piece: number) => void = () => {},
): Resumable<string> {
  for (let piece = 0; piece < count; piece += 1) {
    onPiece(piece);
    yield steps;
  }
  return 'done';
}

test('work that is done within its slice is done at once', () => {
  const { begin } = stage();
  const work = begin();
  expect(work.run(pieces(100, 10))).toBe('done');
  expect(work.steps).toBe(1000);
});

test('work that takes longer lets a timer and others go first, and goes on where it stood', async () => {
  const { clock, begin } = stage();
  const order: (number | string)[] = [];
  setImmediate(() => order.push('others'));
  const run = begin().run(
    pieces(3, 64, piece => {
      order.push(piece);
      clock.ms += 6;
    }),
  );
  expect(run).toBeInstanceOf(Promise);
  expect(order).toEqual([0]);
  expect(await run).toBe('done');
  expect(order).toEqual([0, 'others', 1, 2]);
});

test('steps add up over all parts, and past the limit every part ends', async () => {
  const { clock, begin } = stage({ steps: 500 });
  const work = begin();
  const slow = (piece: number): void => void (clock.ms += piece === 0 ? 6 : 0);
  const part = async (): Promise<string> => work.run(pieces(10, 64, slow));
  const ends = await Promise.allSettled([part(), part()]);
  expect(ends.map(end => end.status === 'rejected' && String(end.reason))).toEqual([
    'Error: too many steps',
    'Error: too many steps',
  ]);
  expect(() => work.take(32)).toThrow('too many steps');
});

test('past its time nothing is begun, what stands still ends, and what others do is waited for no longer', async () => {
  const { clock, begin } = stage({ ms: 10 });
  const work = begin();
  const resting = work.pause();
  const never = work.within(new Promise<never>(() => undefined));
  clock.ms = 11;
  await expect(resting).rejects.toThrow('out of time');
  await expect(never).rejects.toThrow('out of time');
  expect(() => work.look()).toThrow('out of time');
  expect(work.isOver).toBe(true);
});

test('work that nobody waits for any more ends', async () => {
  const { clock, begin } = stage();
  const work = begin();
  const run = work.run(pieces(3, 64, () => (clock.ms += 6)));
  work.abandon();
  await expect(run).rejects.toThrow('out of time');
});

test('what comes in time is handed on, its refusal too', async () => {
  const work = stage({ ms: 3_600_000 }).begin();
  expect(await work.within(Promise.resolve('it'))).toBe('it');
  await expect(work.within(Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('of all who wait the one who took fewest steps goes first', async () => {
  const { clock, begin } = stage();
  const order: string[] = [];
  const runs = (['long', 'short'] as const).map(async name => {
    const work = begin();
    work.take(name === 'long' ? 10_000 : 1);
    return work.run(
      pieces(name === 'long' ? 4 : 2, 64, () => {
        order.push(name);
        clock.ms += 6;
      }),
    );
  });
  await Promise.all(runs);
  expect(order).toEqual(['long', 'short', 'short', 'long', 'long', 'long']);
});

test('of those that took about as many steps, whoever came first goes on first: newcomers do not overtake', async () => {
  const { clock, begin } = stage();
  const order: string[] = [];
  const run = async (name: string): Promise<string> =>
    begin().run(
      pieces(3, 64, () => {
        order.push(name);
        clock.ms += 6;
      }),
    );
  const first = run('first');
  await new Promise(resolve => setImmediate(resolve));
  await Promise.all([first, run('second'), run('third')]);
  // Each begins at once; from then on they take turns.
  expect(order.slice(0, order.lastIndexOf('first'))).toEqual(['first', 'first', 'second', 'third']);
});

test('of what stands still in one operation the last goes on first, so that little is half done', async () => {
  const { begin } = stage();
  const work = begin();
  const order: number[] = [];
  await Promise.all([1, 2, 3].map(part => work.pause().then(() => order.push(part))));
  expect(order).toEqual([3, 2, 1]);
});

test('however many begin in one turn of the event loop, they share one slice', () => {
  const { clock, begin } = stage();
  begin();
  clock.ms = 4;
  const second = begin();
  clock.ms = 6;
  second.take(32);
  expect(second.due).toBe(true);
});

test('resumable work can be done without a pause', () => {
  expect(atOnce(pieces(10, 5))).toBe('done');
});
