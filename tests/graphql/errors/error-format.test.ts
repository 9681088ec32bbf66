import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  Conflict,
  IdempotencyKeyReused,
  InvalidInput,
  JournalError,
  NotFound,
} from '../../../src/domain/refusal.js';
import { ERROR_CODES } from '../../../src/graphql/errors/error-codes.js';
import { errorFormatter } from '../../../src/graphql/errors/error-format.js';

interface Told {
  readonly incident: string;
  readonly error: unknown;
}

function formatted(error: GraphQLError) {
  const log: Told[] = [];
  const format = errorFormatter((incident, cause) => log.push({ incident, error: cause }));
  return { log, ...format(error.toJSON(), error) };
}

const thrown = (originalError: Error): GraphQLError =>
  new GraphQLError(originalError.message, { originalError, path: ['field'] });

describe('refusals keep their code, place and message', () => {
  test.each([
    new InvalidInput('bad', { field: ['source', 'url'] }),
    new NotFound('gone'),
    new Conflict('taken'),
    new IdempotencyKeyReused('used'),
    new JournalError('full'),
  ])('$name', refusal => {
    const { log, message, extensions } = formatted(thrown(refusal));
    expect({ log, message, extensions }).toEqual({
      log: [],
      message: refusal.message,
      extensions: { code: refusal.code, ...refusal.place },
    });
    expect(ERROR_CODES).toHaveProperty(refusal.code);
  });
});

test('an error with a code of the table stays as it is, without its stack', () => {
  const error = new GraphQLError('No.', {
    extensions: { code: 'GRAPHQL_PARSE_FAILED', stacktrace: ['at secret'] },
  });
  expect(formatted(error)).toMatchObject({
    message: 'No.',
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    log: [],
  });
  expect(formatted(error).extensions).not.toHaveProperty('stacktrace');
});

describe('what a client sent wrong has a code even where graphql-js gives none', () => {
  const noDate = new GraphQLError('no date', { extensions: { code: 'INVALID_INPUT' } });
  test.each([
    [
      'a variable of the wrong type',
      new GraphQLError('Variable "$x" got invalid value 1.'),
      'BAD_USER_INPUT',
    ],
    ['an argument at run time', thrown(new GraphQLError('Argument "x" must not be null.')), 'BAD_USER_INPUT'],
    [
      'a value its scalar refuses, in a variable',
      new GraphQLError('Variable "$x" got invalid value "Tuesday".', { originalError: noDate }),
      'INVALID_INPUT',
    ],
    [
      'a value its scalar refuses, in the document',
      new GraphQLError('no date', {
        originalError: noDate,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
      'INVALID_INPUT',
    ],
  ])('%s', (_, error, code) => {
    expect(formatted(error).extensions).toEqual({ code });
  });
});

describe('all else is masked, and logged under the number the client is told', () => {
  test.each([
    ['a bug in a resolver', new TypeError('secret')],
    ['a null where none may be', new GraphQLError('Cannot return null for non-nullable field secret')],
    ['an unknown code', new GraphQLError('secret', { extensions: { code: 'SECRET', detail: 'secret' } })],
  ])('%s', (_, error) => {
    const { log, message, extensions } = formatted(thrown(error));
    expect(extensions).toEqual({ code: 'INTERNAL', incident: log[0]?.incident });
    expect(log).toEqual([{ incident: expect.any(String) as string, error }]);
    expect(JSON.stringify({ message, extensions })).not.toContain('secret');
  });
});
