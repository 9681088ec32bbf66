// Where a claim would stand after attaching a source: what a preview says is what attaching brings.
import { describe, expect, test } from 'vitest';
import { openTinyApi, type TinyApi } from '../tiny-api.js';

const NEW = (party: string) => `{ new: { kind: ARTICLE, title: "One more", party: "entity:${party}" } }`;

interface Case {
  readonly claim: keyof TinyApi['claims'];
  /** The rest of the input. */
  readonly input: string;
  readonly before: string;
  readonly after: string;
}

const CASES: readonly (readonly [about: string, of: Case])[] = [
  [
    'a second word of its own',
    {
      claim: 'cooling',
      input: `source: ${NEW('ap')}, own: true`,
      before: 'SUPPORTED',
      after: 'CORROBORATED',
    },
  ],
  [
    'a second word that nobody traced',
    { claim: 'cooling', input: `source: ${NEW('ap')}`, before: 'SUPPORTED', after: 'SUPPORTED' },
  ],
  [
    'a denial',
    {
      claim: 'envoy',
      input: `source: ${NEW('ap')}, polarity: DENIES`,
      before: 'CORROBORATED',
      after: 'DISPUTED',
    },
  ],
  [
    'a firm word for what was but possible',
    {
      claim: 'choeSecond',
      input: `source: ${NEW('ap')}, own: true`,
      before: 'SPECULATIVE',
      after: 'CORROBORATED',
    },
  ],
];

const attach = async ({ ask, claims }: TinyApi, { claim, input }: Case, preview: boolean) => {
  const { attachSource } = await ask(
    `mutation { attachSource(input: { claim: "${claims[claim]}", ${input}, preview: ${preview} })
      { statusAfter claim { status } userErrors { message } } }`,
  );
  return attachSource;
};

describe('a preview says what attaching brings:', () => {
  test.each(CASES)('%s', async (_, of) => {
    const api = await openTinyApi();
    expect(await attach(api, of, true)).toEqual({
      statusAfter: of.after,
      claim: { status: of.before },
      userErrors: [],
    });
    expect(await attach(api, of, false)).toEqual({
      statusAfter: of.after,
      claim: { status: of.after },
      userErrors: [],
    });
  });

  test('a claim that another shuts out is disputed as soon as it is said', async () => {
    const api = await openTinyApi();
    const { makeClaim } =
      await api.ask(`mutation { makeClaim(input: { subject: "entity:kim", predicate: "holds_role",
      object: "entity:second", validTime: "2014-11" }) { claim { id status } } }`);
    expect(makeClaim.claim.status).toBe('UNSUPPORTED');
    const input = `claim: "${makeClaim.claim.id}", source: ${NEW('ap')}, own: true`;
    for (const preview of [true, false]) {
      const { attachSource } = await api.ask(
        `mutation { attachSource(input: { ${input}, preview: ${preview} }) { statusAfter newContradictions { kind } } }`,
      );
      expect(attachSource).toEqual({ statusAfter: 'DISPUTED', newContradictions: [{ kind: 'SAME_SLOT' }] });
    }
  });

  test('a claim that was replaced stays so', async () => {
    const api = await openTinyApi();
    const { left, envoy } = api.claims;
    await api.ask(
      `mutation { supersedeClaim(id: "${left}", by: "${envoy}", reason: "put better") { claim { id } } }`,
    );
    const of = { claim: 'left', input: `source: ${NEW('upi')}`, before: '', after: '' } as const;
    expect((await attach(api, of, true)).statusAfter).toBe('SUPERSEDED');
    expect((await attach(api, of, false)).statusAfter).toBe('SUPERSEDED');
  });
});

test('of what is refused there is no status', async () => {
  const api = await openTinyApi();
  const { attachSource } = await api.ask(
    'mutation { attachSource(input: { claim: "claim:none", source: { id: "x" } }) { statusAfter userErrors { code } } }',
  );
  expect(attachSource).toEqual({ statusAfter: null, userErrors: [{ code: 'NOT_FOUND' }] });
});
