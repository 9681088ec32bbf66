import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bearerToken, hashToken, makeToken, sameHash } from '../../../src/graphql/auth/token.js';
import { withoutTokens } from '../../../src/graphql/auth/token-text.js';
import { changeTokenFile, readTokenFile, tokenFileOf } from '../../../src/graphql/auth/token-file.js';
import { openTokens } from '../../../src/graphql/auth/tokens.js';
import { addToken, dropToken } from '../../fixtures/guarded-ledger.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const inFile = (use: (file: string) => void): Promise<void> =>
  inFolder(folder => Promise.resolve(use(tokenFileOf(join(folder, 'a.db')))));

describe('a token', () => {
  test('holds 256 random bits', () => {
    const made = Array.from({ length: 100 }, makeToken);
    expect(new Set(made).size).toBe(100);
    const secrets = made.map(token => Buffer.from(token.replace('hearsay_', ''), 'base64url'));
    expect(new Set(secrets.map(({ length }) => length))).toEqual(new Set([32]));
    // Every bit is set in some and clear in others: by chance this fails once in 2^91 runs.
    const bits = Array.from({ length: 256 }, (_, bit) =>
      secrets.map(secret => ((secret[bit >> 3] ?? 0) >> (bit & 7)) & 1),
    );
    expect(bits.filter(values => new Set(values).size !== 2)).toEqual([]);
  });

  test.each([
    ['Bearer abc', 'abc'],
    ['bearer  abc', 'abc'],
    ['BEARER a.b-c_d~e+f/g==', 'a.b-c_d~e+f/g=='],
    ['Bearer', null],
    ['Bearer ', null],
    ['Bearer a b', null],
    ['Bearer a, Bearer b', null],
    ['Basic abc', null],
    ['abc', null],
  ])('in the header "%s" is %s', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });

  test('is struck out of texts, wherever it stands', () => {
    const [a, b] = [makeToken(), makeToken()];
    expect(withoutTokens(`{"${a}":"${b}."} ${a}`)).toBe('{"hearsay_…":"hearsay_…."} hearsay_…');
  });
});

test('hashes are the same in all places or not at all', () => {
  const hash = hashToken('a');
  expect(sameHash(hash, hashToken('a'))).toBe(true);
  const others = Array.from({ length: 64 }, (_, at) => {
    const digit = hash[at] === '0' ? '1' : '0';
    return `${hash.slice(0, at)}${digit}${hash.slice(at + 1)}`;
  });
  expect(others.filter(other => sameHash(hash, other))).toEqual([]);
});

test('the file holds no token, only hashes, and is for its owner alone', () =>
  inFile(file => {
    const token = addToken(file, 'Ann', 'write');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(token.replace('hearsay_', ''));
    expect(text).toContain(hashToken(token));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readTokenFile(file)).toMatchObject([{ name: 'Ann', scope: 'write' }]);
  }));

test('a change is whole or was not made: nothing stays behind when it is refused', () =>
  inFile(file => {
    addToken(file, 'Ann', 'write');
    const before = readFileSync(file, 'utf8');
    const refuse = () => {
      throw new Error('refused');
    };
    expect(() => changeTokenFile(file, refuse)).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(join(file, '..'))).toEqual(['a.db.tokens.json']);
  }));

test('two changes at a time are refused, so that neither is lost', () =>
  inFile(file => {
    let inner: unknown;
    changeTokenFile(file, tokens => {
      try {
        addToken(file, 'second', 'read');
      } catch (error) {
        inner = error;
      }
      return [...tokens, { name: 'first', scope: 'read', sha256: hashToken('x'), createdAt: '' }];
    });
    expect(inner).toMatchObject({ code: 'CONFLICT' });
    expect(readTokenFile(file)?.map(({ name }) => name)).toEqual(['first']);
  }));

describe('a file that cannot be trusted is refused, and its text is not repeated', () => {
  const entry = { name: 'a', scope: 'read', sha256: hashToken('secret'), createdAt: '' };
  test.each<readonly [string, string]>([
    ['no JSON', 'secret'],
    ['null', 'null'],
    ['another version', JSON.stringify({ version: 2, tokens: [] })],
    ['no tokens', JSON.stringify({ version: 1 })],
    ['a scope that is none', JSON.stringify({ version: 1, tokens: [{ ...entry, scope: 'all' }] })],
    ['a hash that is too short', JSON.stringify({ version: 1, tokens: [{ ...entry, sha256: 'ab' }] })],
    ['no name', JSON.stringify({ version: 1, tokens: [{ ...entry, name: '' }] })],
  ])('%s', (_, text) =>
    inFile(file => {
      writeFileSync(file, text);
      expect(() => readTokenFile(file)).toThrow(/is damaged/);
      expect(() => openTokens(file, () => undefined)).toThrow(/^(?!.*secret)/);
      expect(() => addToken(file, 'b', 'read')).toThrow(/is damaged/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }),
  );
});

describe('the tokens of a running server', () => {
  test('follow their file, and find nobody by a token that is revoked', () =>
    inFile(file => {
      const tokens = openTokens(file, () => undefined);
      expect([tokens.demanded, tokens.count]).toEqual([false, 0]);
      const [ann, bea] = [addToken(file, 'Ann', 'write'), addToken(file, 'Bea', 'read')];
      expect([tokens.demanded, tokens.count]).toEqual([true, 2]);
      expect(tokens.find(ann)).toEqual({ name: 'Ann', scope: 'write' });
      dropToken(file, 'Ann');
      expect([tokens.find(ann), tokens.find(bea)]).toEqual([null, { name: 'Bea', scope: 'read' }]);
    }));

  test('see each of many changes that come right after one another', () =>
    inFile(file => {
      const tokens = openTokens(file, () => undefined);
      const wrong = Array.from({ length: 200 }, (_, n) => {
        const token = addToken(file, 'Ann', 'read');
        const letIn = tokens.find(token) !== null;
        dropToken(file, 'Ann');
        return letIn && tokens.find(token) === null ? [] : [n];
      });
      expect(wrong.flat()).toEqual([]);
    }));

  test('report a damaged file once, not at every request', () =>
    inFile(file => {
      const reported: unknown[] = [];
      const token = addToken(file, 'Ann', 'read');
      const tokens = openTokens(file, error => reported.push(error));
      writeFileSync(file, 'no JSON');
      expect(Array.from({ length: 3 }, () => tokens.find(token))).toEqual([null, null, null]);
      expect(reported).toHaveLength(1);
      expect(existsSync(file)).toBe(true);
    }));
});
