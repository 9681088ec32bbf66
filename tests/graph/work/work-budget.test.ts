// The work budget: how many steps it allows, and that others have their turn.
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { Work } from '../../../src/graph/work/work.js';
import { WorkBudget } from '../../../src/graph/work/work-budget.js';

/** How many of so many steps are granted. */
const granted = (budget: WorkBudget, steps: number): number =>
  Array.from({ length: steps }, () => budget.spend()).filter(Boolean).length;

test('a budget grants as many steps as its limit', () => {
  const budget = new WorkBudget(10);
  expect(granted(budget, 15)).toBe(10);
  expect(budget.spent).toBe(10);
});

test('a budget is exhausted once a step was refused, not when the last one was taken', () => {
  const budget = new WorkBudget(10);
  granted(budget, 10);
  expect(budget.exhausted).toBe(false);
  budget.spend();
  expect(budget.exhausted).toBe(true);
});

test('the default budget is 200,000 steps, and its reason says so', () => {
  expect(new WorkBudget().limit).toBe(200_000);
  expect(new WorkBudget().reason).toMatch(/^stopped after 200,000 steps/);
});

test('the steps of a walk are steps of its operation, whose limits end it', () => {
  const work = new Work(
    {
      steps: 40,
      ms: Infinity,
      tooManySteps: () => new Error('too many'),
      outOfTime: () => new Error('late'),
    },
    new Scheduler(),
  );
  expect(() => granted(new WorkBudget(100, work), 100)).toThrow('too many');
});

test('a rest lets a timer that is due and other callbacks run', async () => {
  const budget = new WorkBudget();
  let ran = 0;
  setImmediate(() => (ran += 1));
  await budget.rest();
  expect(ran).toBe(1);
  expect(budget.due).toBe(false);
});
