// An empty ledger behind the API, and verbs to tell of people and bodies: for the tests of who is who.
import { askLedger } from '../../src/graphql/local-api.js';
import { openLedger, type OpenLedger } from '../fixtures/open-ledger.js';
import type { Data } from './tiny-api.js';

export interface NewClaim {
  readonly subject: string;
  readonly predicate: string;
  readonly object?: string;
  readonly value?: string;
  readonly validTime?: string;
  readonly scheme?: string;
}

export class WhoIsWho {
  private constructor(
    readonly open: OpenLedger,
    /** The data of an answer; errors are thrown. */
    readonly ask: (query: string) => Promise<Data>,
  ) {}

  static async start(): Promise<WhoIsWho> {
    const open = await openLedger();
    const answer = await askLedger({ ledger: open.ledger, by: 'Tess' }, (_, error) => {
      throw error;
    });
    return new WhoIsWho(open, async query => {
      const { data, errors } = await answer({ query });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return { ...data };
    });
  }

  async add(
    id: string,
    label: string,
    more: { readonly kind?: 'PERSON' | 'ORGANIZATION' | 'ROLE'; readonly sameAs?: readonly string[] } = {},
  ): Promise<void> {
    const { kind = 'PERSON', sameAs = [] } = more;
    await this.open.ledger.execute({ type: 'AddEntity', id, kind, label, sameAs }, 'Tess');
  }

  /** A claim that nobody affirms. */
  async claim({ scheme, ...claim }: NewClaim): Promise<string> {
    const qualifiers = scheme === undefined ? [] : [{ name: 'scheme', value: scheme }];
    const done = await this.open.ledger.execute({ type: 'MakeClaim', ...claim, qualifiers }, 'Tess');
    return done.claim ?? '';
  }

  /** A claim that a handbook affirms, or the party named. */
  async say(claim: NewClaim, party?: string): Promise<string> {
    const id = await this.claim(claim);
    const by = party === undefined ? { partyDescribedAs: 'a handbook' } : { party };
    const source = { new: { kind: 'REPORT' as const, title: `Report of ${party}`, ...by } };
    await this.open.ledger.attachSource({ type: 'AttachSource', claim: id, own: true, source }, 'Tess');
    return id;
  }

  async judge(a: string, b: string, judgement: string): Promise<void> {
    const input = `a: "${a}", b: "${b}", judgement: ${judgement}`;
    await this.ask(`mutation { judgeIdentity(${input}) { userErrors { message } } }`);
  }

  async candidates(args = 'first: 100'): Promise<readonly Data[]> {
    const fields = 'score a { id } b { id } reasons { kind explained } against { kind explained }';
    const { identityCandidates } = await this.ask(`{ identityCandidates(${args}) { nodes { ${fields} } } }`);
    return identityCandidates.nodes;
  }
}
