// A world in which every list is long: a hub, a wire and its reprints, rivals for one role, one source that says all, one entity of
// many spellings, a family, a class of entities judged one.
import type { Command } from '../../src/domain/command.js';
import type { Ledger } from '../../src/journal/ledger.js';

/** How long the lists are. */
export interface Lengths {
  readonly claimsOfHub: number;
  readonly reprints: number;
  readonly rivals: number;
  readonly successors: number;
  readonly names: number;
  readonly joined: number;
  readonly family: number;
}

export const LONG: Lengths = {
  claimsOfHub: 19_000,
  reprints: 1000,
  rivals: 1500,
  successors: 500,
  names: 1000,
  joined: 200,
  family: 200,
};

export const SHORT: Lengths = {
  claimsOfHub: 600,
  reprints: 150,
  rivals: 120,
  successors: 60,
  names: 120,
  joined: 30,
  family: 30,
};

/** Ids to ask for, by the name of the argument that takes them. */
export type LongIds = Readonly<Record<string, readonly string[]>>;

const HUB = 'entity:hub';
const ROLE = 'entity:role';
const POST = 'entity:post';
const PARTY = 'entity:party';
const DAY_MS = 86_400_000;

const dayAfter = (days: number): string =>
  new Date(Date.UTC(1600, 0, 1) + days * DAY_MS).toISOString().slice(0, 10);

/** Records it, some hundred commands at a time. */
export async function makeLongWorld(ledger: Ledger, lengths: Lengths): Promise<LongIds> {
  const run = async (commands: readonly Command[]): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < commands.length; at += 500) {
      const { done, refused } = await ledger.executeAll(commands.slice(at, at + 500), 'world');
      if (refused) throw refused.refusal;
      ids.push(...done.flatMap(({ claim }) => claim ?? []));
    }
    return ids;
  };
  await run(entities(lengths));
  const ofHub = await run(claimsOfHub(lengths));
  const rivals = await run(holders(POST, lengths.rivals, 1, 300));
  const successors = await run(holders(ROLE, lengths.successors, 300, 300));
  await run(ties(lengths));
  const [main = ''] = ofHub;
  await run([...rivals, ...successors, ...ofHub].map(claim => said(claim, 'all', PARTY)));
  const wire = { kind: 'WIRE', title: 'The wire', party: 'entity:agency' } as const;
  await run(
    Array.from({ length: lengths.reprints }, (_, at): Command => ({
      type: 'AttachSource',
      claim: main,
      source: {
        new: { kind: 'ARTICLE', title: `Reprint ${at}`, party: `entity:kin-${at % lengths.family}` },
      },
      via: [{ source: { new: wire } }],
    })),
  );
  await run(
    Array.from({ length: lengths.reprints }, (_, at): Command =>
      said(main, `own-${at}`, `entity:person-${at % lengths.rivals}`),
    ),
  );
  const { graph } = ledger;
  const attestations = graph.attestationsOf(main).map(({ attestation }) => attestation.id);
  const all = graph.attestationsOf(rivals[0] ?? '')[0]?.attestation.source ?? '';
  const reprinted = graph.attestationsOf(main).at(1)?.attestation.source ?? '';
  const claims = [main, rivals.at(-1) ?? '', successors.at(-1) ?? ''];
  const entityIds = [HUB, 'entity:spelled', 'entity:one-0', PARTY, POST];
  return {
    id: [...claims, all, attestations[0] ?? '', ...entityIds],
    ids: [...claims, ...entityIds],
    entity: [HUB, 'entity:one-0'],
    claim: claims,
    source: [all, reprinted],
    a: [all],
    b: [reprinted],
    of: [HUB, PARTY, all],
    from: [HUB],
    to: ['entity:one-0'],
    about: [HUB, POST],
    role: [ROLE, POST],
    party: [PARTY],
    subject: [HUB],
    object: [POST],
    text: ['per'],
  };
}

const entity = (id: string, kind: 'PERSON' | 'ROLE' | 'ORGANIZATION' | 'TOPIC', label: string): Command => ({
  type: 'AddEntity',
  id: `entity:${id}`,
  kind,
  label,
});

const counted = (count: number, make: (at: number) => Command): readonly Command[] =>
  Array.from({ length: count }, (_, at) => make(at));

const entities = ({ rivals, names, joined, family }: Lengths): readonly Command[] => [
  entity('hub', 'ORGANIZATION', 'Hub'),
  entity('role', 'ROLE', 'Speaker of the Hub'),
  entity('post', 'ROLE', 'Head of the Hub'),
  entity('party', 'ORGANIZATION', 'The Paper'),
  entity('agency', 'ORGANIZATION', 'The Agency'),
  entity('spelled', 'PERSON', 'Spelled'),
  ...counted(rivals, at => entity(`person-${at}`, 'PERSON', `Person ${at}`)),
  ...counted(200, at => entity(`topic-${at}`, 'TOPIC', `Topic ${at}`)),
  ...counted(family, at => entity(`kin-${at}`, 'ORGANIZATION', `Kin ${at}`)),
  ...counted(joined, at => entity(`one-${at}`, 'ORGANIZATION', `One ${at}`)),
  ...counted(names, at => ({ type: 'AddName', entity: 'entity:spelled', name: { text: `Spelling ${at}` } })),
];

const claimsOfHub = ({ claimsOfHub: count, joined, rivals }: Lengths): readonly Command[] =>
  counted(count, at => ({
    type: 'MakeClaim',
    subject: HUB,
    predicate: at % 2 === 0 ? 'works_towards' : 'supports',
    object:
      at % 2 === 0
        ? `entity:topic-${at % 200}`
        : at % 4 === 1
          ? `entity:one-${at % joined}`
          : `entity:person-${at % rivals}`,
    validTime: dayAfter(at),
  }));

/** So many holders of a role, each for so many days, one beginning so many days after another. */
const holders = (role: string, count: number, apart: number, days: number): readonly Command[] =>
  counted(count, at => ({
    type: 'MakeClaim',
    subject: `entity:person-${at}`,
    predicate: 'holds_role',
    object: role,
    validTime: `${dayAfter(at * apart)}/${dayAfter(at * apart + days - 1)}`,
  }));

const ties = ({ joined, family }: Lengths): readonly Command[] => [
  ...counted(family - 1, at => ({
    type: 'MakeClaim',
    subject: `entity:kin-${at + 1}`,
    predicate: 'part_of',
    object: `entity:kin-${at}`,
  })),
  ...counted(joined - 1, at => ({
    type: 'JudgeIdentity',
    a: 'entity:one-0',
    b: `entity:one-${at + 1}`,
    judgement: 'SAME',
  })),
];

const said = (claim: string, title: string, party: string): Command => ({
  type: 'AttachSource',
  claim,
  source: { new: { kind: 'ARTICLE', title, party } },
  own: true,
});
