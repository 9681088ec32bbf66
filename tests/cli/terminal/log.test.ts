import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { incidentLog } from '../../../src/cli/terminal/incident-log.js';
import { openLog, type LogForm } from '../../../src/cli/terminal/log.js';
import { makeToken } from '../../../src/graphql/auth/token.js';
import type { RequestLine } from '../../../src/graphql/operation/request-notes.js';
import { ask } from '../../fixtures/ask-api.js';
import { inFolder, startServing } from '../../fixtures/hearsay-process.js';

const LINE: RequestLine = {
  id: 'one',
  via: 'http',
  route: '/graphql',
  status: 200,
  operation: 'mutation',
  name: 'AddAnn',
  document: '0a1b2c3d',
  outcome: 'refused',
  codes: ['INVALID_INPUT'],
  incidents: [],
  by: 'Ann',
  shortcut: null,
  ms: 1.5,
};

/** What a log of a form writes while it is used. */
function written(form: LogForm, use: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  use(openLog(form, { err: line => lines.push(line), clock: () => Date.UTC(2026, 0, 1) }));
  return lines.join('\n');
}

const ENDS = /[\r\n\v\f\u0085\u2028\u2029]/;
const COMMANDS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/; // eslint-disable-line no-control-regex -- the point
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const nasty = fc.oneof(
  anyText,
  fc.constantFrom('a\nb', '\u001b[2J', '\u2028', '"}\n{"level":"info"', '\u202e'),
);

test('a request is one line of JSON', () => {
  expect(JSON.parse(written('json', log => log.request?.(LINE)))).toEqual({
    time: '2026-01-01T00:00:00.000Z',
    level: 'info',
    event: 'request',
    ...LINE,
  });
});

test('whatever a name or an error says, JSON stays one line that commands nothing and reads back', () => {
  fc.assert(
    fc.property(nasty, text => {
      const line = written('json', log => log.request?.({ ...LINE, by: text }));
      expect(line).not.toMatch(ENDS);
      expect(line).not.toMatch(COMMANDS);
      expect(JSON.parse(line)).toMatchObject({ by: text });
      const incident = written('json', log => log.incident('7', text));
      expect(incident).not.toMatch(ENDS);
      expect(JSON.parse(incident)).toMatchObject({ event: 'incident', incident: '7', error: text });
    }),
  );
});

test('no text of an error can pass for another line or command a terminal', () => {
  fc.assert(
    fc.property(nasty, text => {
      const lines: string[] = [];
      incidentLog({ err: line => lines.push(line) })('7', `x${text}\nincident 8: forged`);
      const [first = '', ...rest] = lines.join('\n').split('\n');
      expect(first).toMatch(/^incident 7: /);
      expect(rest.filter(line => !line.startsWith('    '))).toEqual([]);
      expect(lines.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/); // eslint-disable-line no-control-regex -- the point
    }),
  );
});

test.each(['json', 'text', 'off'] as const)('tokens are struck out of a log in the form %s', form => {
  const token = makeToken();
  const text = written(form, log => {
    log.incident('7', new Error(`asked with ${token}`));
    log.event('started', { token });
    log.request?.({ ...LINE, by: token });
  });
  expect(text).toContain('incident');
  expect(text).not.toContain(token);
});

test('as text a request is one line with the name of its operation and the hash of its document', () => {
  expect(written('text', log => log.request?.(LINE))).toBe(
    '2026-01-01T00:00:00.000Z request one http mutation AddAnn 0a1b2c3d refused INVALID_INPUT 1.5 ms by {"name":"Ann"}',
  );
  const unread: RequestLine = { ...LINE, operation: 'none', name: null, document: null };
  expect(written('text', log => log.request?.(unread))).toContain(' http none refused ');
});

test('a log that is off tells faults, and nothing else', () => {
  const text = written('off', log => {
    log.event('started');
    log.request?.(LINE);
    log.incident('7', 'broken');
  });
  expect(text).toBe('incident 7: broken');
});

describe('a served journal', () => {
  const serve = (...args: string[]): Promise<string> =>
    inFolder(async folder => {
      const server = await startServing(['--empty', '--data', join(folder, 'a.db'), ...args]);
      await ask(server.api, '{ stats { seq } }');
      const { err, code } = await server.end('SIGTERM');
      expect(code).toBe(0);
      return err;
    });

  test('logs its coming and going and each request as JSON, on standard error', async () => {
    const lines = (await serve('--log', 'json')).trimEnd().split('\n');
    const events = lines.map(line => JSON.parse(line) as { event: string; operation?: string });
    expect(events.map(({ event }) => event)).toEqual(['started', 'request', 'stopping', 'stopped']);
    expect(events[1]).toMatchObject({ operation: 'query', outcome: 'ok' });
  });

  test('is silent unless it is asked to log', async () => {
    expect(await serve()).toBe('');
  });
});
