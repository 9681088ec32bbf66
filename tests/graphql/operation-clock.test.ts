import { buildSchema, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { keepTime, OperationClock, timeoutAmong } from '../../src/graphql/operation-clock.js';

const TIMEOUT = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'OPERATION_TIMEOUT', http: { status: 422 } }) as object,
}) as object;
const never = new Promise<string>(() => undefined);
const anHour = 3_600_000;

test('what does not come in time is waited for no longer', async () => {
  await expect(new OperationClock(1).within(never)).rejects.toEqual(TIMEOUT);
});

test('what comes in time is handed on, its refusal too', async () => {
  const clock = new OperationClock(anHour);
  expect(await clock.within(Promise.resolve('it'))).toBe('it');
  await expect(clock.within(Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(() => clock.check()).not.toThrow();
});

test('a clock that is over refuses what is begun', () => {
  const clock = new OperationClock(0);
  expect(clock.isOver).toBe(true);
  expect(() => clock.check()).toThrow(TIMEOUT);
});

test('fields that lead to others look at the clock of their operation, and only there', async () => {
  const schema = buildSchema('type Query { thing: Thing, text: String } type Thing { id: ID }');
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const field of Object.values(fields)) field.resolve = () => ({ id: 'x', toString: () => 'text' });
  keepTime(schema);
  const asked = { schema, source: '{ thing { id } }' };
  expect((await graphql({ ...asked, contextValue: {} })).errors).toBeUndefined();
  expect((await graphql({ ...asked, contextValue: { clock: new OperationClock(anHour) } })).errors).toBe(
    undefined,
  );
  const late = await graphql({ ...asked, contextValue: { clock: new OperationClock(0) } });
  expect(timeoutAmong(late.errors)).toBeDefined();
  expect(timeoutAmong([])).toBeUndefined();
});
