import { expect, test } from 'vitest';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { json, withJournal } from '../../fixtures/hearsay-json.js';

const COOLING = '{ claims(filter: { predicates: ["ties_cooling_with"] }) { nodes { id } } }';
const REPORT = ['--kind', 'REPORT', '--title', 'A third source', '--described-as', 'someone', '--own'];
const claimIn = async (data: string): Promise<string> => {
  const { answer } = await json(['query', '-', '--data', data], COOLING);
  return (answer as { data: { claims: { nodes: [{ id: string }] } } }).data.claims.nodes[0].id;
};

test('previews, attaches, and the second time says that it was there', () =>
  withJournal(async data => {
    const args = ['attach', '--data', data, '--claim', await claimIn(data), ...REPORT, '--by', 'Ann'];
    const outcome = async (...more: string[]) => json([...args, '--quote', 'colder than before', ...more]);
    expect(await outcome('--preview')).toMatchObject({
      code: 0,
      answer: { outcome: 'PREVIEWED', recorded: null },
    });
    expect(await outcome()).toMatchObject({
      code: 0,
      answer: { outcome: 'ATTACHED', recorded: { by: 'Ann' } },
    });
    expect(await outcome()).toMatchObject({
      code: 0,
      answer: { outcome: 'ALREADY_ATTACHED', recorded: null },
    });
  }));

test('takes denials, known sources and chains', () =>
  withJournal(async data => {
    const { answer } = await json(['query', '-', '--data', data], '{ sources(first: 2) { nodes { id } } }');
    const [a, b] = (answer as { data: { sources: { nodes: { id: string }[] } } }).data.sources.nodes;
    const claim = await claimIn(data);
    const chain = [
      '--source',
      a?.id ?? '',
      '--via',
      b?.id ?? '',
      '{"source":{"new":{"kind":"STATEMENT"}},"certainty":"POSSIBLE"}',
    ];
    const attached = await json(['attach', '--data', data, '--claim', claim, '--denies', ...chain]);
    expect(attached).toMatchObject({
      code: 0,
      answer: {
        outcome: 'ATTACHED',
        supportAfter: { denials: expect.any(Number) as number },
        userErrors: [],
      },
    });
    expect((attached.answer as { supportAfter: { denials: number } }).supportAfter.denials).toBeGreaterThan(
      0,
    );
  }));

test('shows people the support before and after', () =>
  withJournal(async data => {
    const args = ['attach', '--data', data, '--claim', await claimIn(data), ...REPORT];
    expect((await hearsayHere(args)).out).toMatch(/^ATTACHED: .*\nAttestation .*\nBefore .*\nAfter .*\n$/);
  }));

test.each([
  ['an unknown claim', ['--claim', 'claim:none', ...REPORT], 'NOT_FOUND'],
  ['an unknown kind', ['--claim', 'claim:none', '--kind', 'NOVEL'], 'BAD_USER_INPUT'],
  ['no source', ['--claim', 'claim:none'], 'INVALID_INPUT'],
  ['a place without a quote', ['--claim', 'claim:none', '--paragraph', '3', ...REPORT], 'INVALID_INPUT'],
  [
    'a relay that is no JSON',
    ['--claim', 'claim:none', '--kind', 'REPORT', '--via', '{nope'],
    'INVALID_INPUT',
  ],
])('ends with code 1 for %s', (_, args, expected) =>
  withJournal(async data => {
    const { code, out } = await hearsayHere(['attach', '--data', data, ...args, '--json']);
    expect(code).toBe(1);
    expect(out).toContain(`"code":"${expected}"`);
  }),
);
