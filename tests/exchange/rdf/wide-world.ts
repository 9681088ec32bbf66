// A small world with one of everything that a graph can hold, and texts that would break out of their place.
import type { AttachSource, Command, MakeClaim } from '../../../src/domain/command.js';
import type { EntityKind } from '../../../src/domain/entity.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';

export const HOSTILE =
  'He said "no" \\ to <b>&amp;</b> {x|y}^` \u200F\u05E9\u05DC\u05D5\u05DD\u200F \u{1F600}\n\ttwice; @prefix . } <http://x>';
const ADDRESS = 'https://example.org/anna?a={b}|c^`d';

type Without<T> = Omit<T, 'type'>;

/** Carries out commands a minute apart; none may be refused. */
class Told {
  private constructor(private readonly open: Awaited<ReturnType<typeof openLedger>>) {}

  static async begin(): Promise<Told> {
    return new Told(await openLedger());
  }

  get ledger(): Ledger {
    return this.open.ledger;
  }

  async run(command: Command): Promise<void> {
    await this.done(command);
  }

  async entity(key: string, kind: EntityKind): Promise<void> {
    await this.run({ type: 'AddEntity', id: `entity:w/${key}`, kind, label: `The ${key}` });
  }

  async claim(command: Without<MakeClaim>): Promise<string> {
    return (await this.done({ type: 'MakeClaim', ...command })).claim ?? '';
  }

  async says(claim: string, party: string, more: Partial<Without<AttachSource>> = {}): Promise<string> {
    const source = { new: { kind: 'ARTICLE', title: `By ${party}`, party: `entity:w/${party}` } } as const;
    return (await this.done({ type: 'AttachSource', claim, source, ...more })).attestation ?? '';
  }

  private async done(command: Command) {
    this.open.now += 60_000;
    return this.ledger.execute(command, 'Ann "A." <ann>');
  }
}

const spoken = (party: string, quote?: string) => ({
  source: { new: { kind: 'STATEMENT', title: `Word of ${party}`, party: `entity:w/${party}` } } as const,
  ...(quote === undefined ? {} : { quote: { exact: quote } }),
});

export async function openWideWorld(): Promise<Ledger> {
  const told = await Told.begin();
  await tellEntities(told);
  const claims = await tellClaims(told);
  await tellChains(told, claims.met);
  await tellRest(told, claims);
  return told.ledger;
}

async function tellEntities(told: Told): Promise<void> {
  await told.run({
    type: 'AddEntity',
    id: 'entity:w/anna',
    kind: 'PERSON',
    label: 'Anna Vey',
    description: HOSTILE,
    names: [
      { text: 'Anna Vey', language: 'de' },
      { text: 'Анна Вей', language: 'ru', kind: 'TRANSLITERATION' },
      { text: HOSTILE.slice(0, 60), language: 'zh-Hant-TW', kind: 'FORMER' },
    ],
    sameAs: [ADDRESS, 'https://example.org/anna'],
  });
  await told.run({ type: 'AddName', entity: 'entity:w/anna', name: { text: 'Anna Vey', language: 'fr' } });
  for (const key of ['outlet', 'wire', 'other', 'office', 'union']) await told.entity(key, 'ORGANIZATION');
  for (const key of ['land', 'sea']) await told.entity(key, 'STATE');
  for (const key of ['../up', 'bo//b.']) await told.entity(key, 'PERSON');
  await told.entity('town', 'PLACE');
  await told.entity('second', 'ROLE');
  await told.entity('fair', 'EVENT');
  const referred = { id: 'entity:w/q7', kind: 'TOPIC', label: 'Q7', provisional: true } as const;
  await told.run({ type: 'AddEntity', ...referred });
}

async function tellClaims(told: Told) {
  const [subject, object] = ['entity:w/anna', 'entity:w/town'];
  const land = [{ name: 'to', entity: 'entity:w/land' }];
  return {
    met: await told.claim({
      subject: 'entity:w/land',
      predicate: 'meets',
      object: 'entity:w/sea',
      validTime: '2014-11~',
    }),
    visits: await told.claim({ subject, predicate: 'visits', object: 'entity:w/land', validTime: '2014/..' }),
    travels: await told.claim({
      subject,
      predicate: 'travels_to',
      object,
      qualifiers: [{ name: 'by', value: HOSTILE }, ...land],
    }),
    text: await told.claim({
      subject: 'entity:w/land',
      predicate: 'signals',
      value: HOSTILE,
      qualifiers: land,
    }),
    number: await told.claim({ subject: 'entity:w/union', predicate: 'has_members', value: '1200.50' }),
    date: await told.claim({ subject, predicate: 'born_on', value: '1970-05?' }),
    duration: await told.claim({ subject: 'entity:w/fair', predicate: 'lasts', value: 'P2W' }),
    some: await told.claim({ subject, predicate: 'died_on', unknown: 'SOME_VALUE' }),
    none: await told.claim({ subject: 'entity:w/../up', predicate: 'died_on', unknown: 'NO_VALUE' }),
    siblings: await told.claim({
      subject: 'entity:w/../up',
      predicate: 'sibling_of',
      object: 'entity:w/bo//b.',
    }),
  };
}

/** Everyone says that they met: on whose word is what differs. */
async function tellChains(told: Told, met: string): Promise<void> {
  const own = await told.says(met, 'wire', { own: true, certainty: 'PROBABLE' });
  await told.says(met, 'outlet', { via: [spoken('office', 'we met'), spoken('land')] });
  await told.says(met, 'other', {
    via: [spoken('office'), spoken('sea', 'so we did')],
    certainty: 'POSSIBLE',
  });
  const wide = await told.says(met, 'union', {
    quote: { exact: 'they met', prefix: 'it seems ', suffix: '.', paragraph: 2, start: 9, end: 17 },
  });
  const relayed = told.ledger.graph.attestationsOf(met).map(({ attestation }) => attestation.id);
  await told.run({
    type: 'RecordLineage',
    attestation: wide,
    lineage: 'RELAYED',
    relays: [own, relayed[1] ?? ''],
  });
  await told.says(met, 'union', {
    via: [spoken('office')],
    quote: { exact: 'met again' },
    wording: 'seems to',
    locator: 'page 4',
  });
  const gone = await told.says(met, 'bo//b.', { credibility: 'FIVE' });
  await told.run({ type: 'WithdrawAttestation', id: gone, reason: HOSTILE });
  await told.says(met, 'bo//b.', { credibility: 'TWO' });
  await told.says(met, 'sea', { polarity: 'DENIES', own: true });
  const passing = await told.says(met, '../up', { via: [spoken('union')] });
  await told.run({ type: 'WithdrawAttestation', id: passing, reason: 'misread' });
  await told.says(met, 'land', { via: [{ source: { new: { kind: 'POST', partyDescribedAs: 'a guest' } } }] });
}

async function tellRest(told: Told, claims: Awaited<ReturnType<typeof tellClaims>>): Promise<void> {
  const { met: _, ...others } = claims;
  for (const claim of Object.values(others)) {
    const source = {
      new: { kind: 'REPORT', title: HOSTILE, url: ADDRESS, publishedAt: '2014-11-18~' },
    } as const;
    await told.says(claim, 'wire', { source, locator: `§ ${HOSTILE.slice(0, 30)}` });
  }
  const [source] = [...told.ledger.graph.sources()];
  await told.run({
    type: 'AddName',
    entity: 'entity:w/anna',
    name: { text: 'A. Vey', source: source?.source.id ?? '' },
  });
  await told.run({ type: 'GradeParty', id: 'entity:w/wire', reliability: 'B' });
  await told.run({ type: 'GradeParty', id: 'entity:w/wire', reliability: 'F', reason: HOSTILE });
  await told.run({
    type: 'JudgeIdentity',
    a: 'entity:w/../up',
    b: 'entity:w/anna',
    judgement: 'SAME',
    reason: HOSTILE,
  });
  await told.run({ type: 'JudgeIdentity', a: 'entity:w/anna', b: 'entity:w/../up', judgement: 'UNSURE' });
  await told.run({ type: 'JudgeIdentity', a: 'entity:w/bo//b.', b: 'entity:w/../up', judgement: 'SAME' });
  await told.run({ type: 'SupersedeClaim', id: claims.visits, by: claims.travels, reason: 'more exact' });
  await told.run({ type: 'WithdrawClaim', id: claims.travels, reason: 'it was her sister' });
}
