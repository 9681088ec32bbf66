// A random world in the making: takes what chance proposes and tells what of it can be told.
import fc from 'fast-check';
import type { Certainty, Lineage, Polarity } from '../../src/domain/attestation.js';
import type { Value } from '../../src/domain/claim.js';
import { Teller } from '../fixtures/teller.js';

/** Whether relays may form rings. Without, an attestation relays only earlier ones. */
export type Shape = 'rings' | 'no rings';

export const ACTORS: readonly string[] = ['a0', 'a1', 'a2', 'a3', 'a4'];
export const OTHERS: readonly string[] = ['r0', 'r1'];

export interface AnyClaim {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | Value;
  readonly validTime: string | undefined;
}

export interface AnySource {
  readonly party: string | null;
  readonly publishedAt: string | undefined;
  readonly held: boolean;
}

/** Numbers choose among what is there, counted round. */
export interface AnySaying {
  readonly source: number;
  readonly claim: number;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly lineage: Lineage;
  readonly relays: readonly number[];
}

export const LATER = [
  'note',
  'withdraw',
  'withdraw claim',
  'supersede',
  'same',
  'different',
  'hold',
] as const;

export interface AnyLater {
  readonly what: (typeof LATER)[number];
  readonly one: number;
  readonly other: number;
  readonly relays: readonly number[];
}

/** What is told of a world. */
export interface Told {
  readonly teller: Teller;
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  readonly attestations: readonly string[];
  /** The events, a line each: what a failing law shows. */
  readonly [fc.toStringMethod]: () => string;
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** A world in the making: what was said, so that relays can be chosen among it. */
export class WorldMaker {
  readonly teller = new Teller();
  readonly claims: string[] = [];
  readonly sources: string[] = [];
  readonly said: { id: string; claim: string; polarity: string }[] = [];

  constructor(readonly shape: Shape) {
    for (const id of ACTORS) this.teller.entity(id);
    for (const id of OTHERS) this.teller.entity(id, 'ROLE');
  }

  claim({ subject, predicate, object, validTime }: AnyClaim): void {
    const known = this.teller.events.length;
    const id = this.teller.claim(subject, predicate, object, validTime === undefined ? {} : { validTime });
    if (this.claims.includes(id)) this.teller.events.length = known;
    else this.claims.push(id);
  }

  tellSources(described: readonly AnySource[]): void {
    for (const { party, publishedAt, held } of described) {
      const date = publishedAt === undefined ? {} : { publishedAt };
      this.sources.push(this.teller.source(party, { held, ...date }));
    }
  }

  say({ source: from, claim: about, relays: wanted, ...saying }: AnySaying): void {
    const claim = pick(this.claims, about);
    const source = pick(this.sources, from);
    if (claim === undefined || source === undefined) return;
    const relays = this.relayable(wanted, claim, saying.polarity, this.said.length);
    const lineage = relays.length === 0 && saying.lineage === 'RELAYED' ? 'UNRECORDED' : saying.lineage;
    const known = this.teller.events.length;
    const id = this.teller.says(source, claim, {
      ...saying,
      lineage,
      relays: lineage === 'RELAYED' ? relays : [],
    });
    if (this.said.some(one => one.id === id)) this.teller.events.length = known;
    else this.said.push({ id, claim, polarity: saying.polarity });
  }

  private relayable(wanted: readonly number[], claim: string, polarity: string, before: number): string[] {
    const among = this.said
      .slice(0, this.shape === 'rings' ? this.said.length : before)
      .filter(one => one.claim === claim && one.polarity === polarity);
    return [...new Set(wanted.flatMap(at => pick(among, at)?.id ?? []))];
  }

  /** Something that comes after: what it is about is whatever is there to be about. */
  then({ what, one, other, relays }: AnyLater): void {
    const { teller } = this;
    const at = one % Math.max(1, this.said.length);
    const said = this.said[at];
    const claim = pick(this.claims, one);
    if (what === 'note' && said) {
      const on = this.relayable(relays, said.claim, said.polarity, at).filter(id => id !== said.id);
      const own = other % 3 === 0 || on.length === 0;
      teller.notes(said.id, own ? 'OWN' : 'RELAYED', own ? [] : on);
    }
    if (what === 'withdraw' && said) teller.withdraws(said.id);
    if (what === 'withdraw claim' && claim && other % 2 === 0) teller.withdrawsClaim(claim);
    if (what === 'supersede' && claim) teller.supersedes(claim, pick(this.claims, other) ?? claim);
    const [a, b] = [pick(ACTORS, one) ?? '', pick([...ACTORS, ...OTHERS], other) ?? ''];
    if (what === 'same' && a !== b) teller.judges(a, b, 'SAME');
    if (what === 'different' && a !== b) teller.judges(b, a, 'DIFFERENT');
    const source = pick(this.sources, other);
    if (what === 'hold' && source) teller.hold(source);
  }

  told(): Told {
    const { teller, claims, sources, said } = this;
    const events = teller.events.slice(ACTORS.length + OTHERS.length);
    const lines = events.map(({ seq, event }) => `${seq} ${JSON.stringify(event)}`);
    return {
      teller,
      claims,
      sources,
      attestations: said.map(({ id }) => id),
      [fc.toStringMethod]: () => lines.join('\n'),
    };
  }
}
