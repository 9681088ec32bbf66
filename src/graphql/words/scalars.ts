// The two scalars: dates as EDTF, and instants. Both are checked on the way in.
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { InvalidInput } from '../../domain/refusal.js';
import { readTimeSpan } from '../../domain/time-span.js';

export const EdtfScalar = textScalar(
  'EDTF',
  'A date, interval or approximation in Extended Date/Time Format (ISO 8601-2, level 1), e.g. 2014-11-17, 2014-11, 2014-11~, 2014-10/2014-11, ../2014-11',
  text => {
    readTimeSpan(text);
  },
);

export const DateTimeScalar = textScalar(
  'DateTime',
  'A moment as an ISO 8601 date and time with its offset from UTC, e.g. 2014-11-18T12:00:00Z',
  checkInstant,
);

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

function checkInstant(text: string): void {
  const [, year, month, day] = INSTANT.exec(text) ?? [];
  // Date.parse turns February 30 into March 2.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!Number.isNaN(Date.parse(text)) && Number(day) <= lastDay) return;
  const advice = 'give a date and time with its offset, such as 2014-11-18T12:00:00Z';
  throw new InvalidInput(`"${text.slice(0, 40)}" is no moment: ${advice}.`);
}

function textScalar(name: string, description: string, check: (text: string) => void): GraphQLScalarType {
  const read = (value: unknown, node?: ValueNode): string => {
    if (typeof value !== 'string') throw refused(`${name} is written as text in quotes.`, node);
    try {
      check(value);
    } catch (error) {
      if (error instanceof InvalidInput) throw refused(error.message, node);
      throw error;
    }
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: value => String(value),
    parseValue: value => read(value),
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : null, node),
  });
}

// Left to itself, graphql-js would make a validation error of it, in which the code is lost.
const refused = (message: string, node?: ValueNode): GraphQLError =>
  new GraphQLError(message, { nodes: node ?? null, extensions: { code: 'INVALID_INPUT' } });
