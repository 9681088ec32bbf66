// Evidence: support, contradictions and impact on made worlds, worked out cold, and how their cost grows.
import type { ClaimId } from '../../src/domain/ids.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import { impactOf } from '../../src/evidence/views/impact.js';
import { WeighingCache } from '../../src/evidence/weighing/weighing-cache.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { contest, timed, type Contestant, type Rounds } from '../contest.js';
import { figure, growthFigure, ratioFigure } from '../figure.js';
import type { Figure, Suite } from '../suite.js';
import { benchVocabulary } from '../worlds/power-law.js';
import { WireWorld } from './wire-world.js';

const SIZES = [100, 1000, 10_000] as const;

interface Case {
  /** The claim that is asked about, and the world it is in. */
  readonly make: (world: WireWorld, size: number) => ClaimId;
  readonly ask: (viewed: ViewedGraph, claim: ClaimId) => unknown;
  readonly what: string;
}

const supportOf = (viewed: ViewedGraph, id: ClaimId): unknown => {
  const record = viewed.graph.findClaim(id);
  return record && viewed.supportOf(record);
};
const contradictionsOf = (viewed: ViewedGraph, id: ClaimId): unknown => {
  const record = viewed.graph.findClaim(id);
  return record && viewed.contradictionsOf(record);
};

const CASES = {
  reprints: { make: reprints, ask: supportOf, what: 'support: reprints of one reported wire' },
  outlets: { make: outlets, ask: supportOf, what: 'support: attestations that are all their own word' },
  chain: { make: chain, ask: supportOf, what: 'support: one long chain' },
  family: { make: family, ask: supportOf, what: 'support: parties of one family' },
  denied: { make: denied, ask: contradictionsOf, what: 'contradictions: as many denials as affirmations' },
  rivals: { make: rivals, ask: contradictionsOf, what: 'contradictions: rivals in one slot' },
  impact: { make: reprints, ask: wireFalls, what: 'impact: the wire that all reprint' },
} satisfies Record<string, Case>;
type Name = keyof typeof CASES;

export const suite: Suite = async ({ quick, ...options }) => {
  const say = (line: string): void => options.say(line);
  const vocabulary = benchVocabulary();
  const names = Object.keys(CASES) as Name[];
  const rounds = quick ? 9 : 25;
  const figures: Figure[] = [];
  for (const name of names) {
    say(CASES[name].what);
    const contestants = Object.fromEntries(
      SIZES.map(size => [String(size), contestantOf(vocabulary, CASES[name], size)]),
    );
    const found = await contest(contestants, rounds);
    const at = (size: number): Rounds => found[String(size)] as Rounds;
    const goal = name === 'reprints' ? { goal: { atMost: 5 } } : {};
    figures.push(
      figure({ name: `${name}1000.ms`, what: `${CASES[name].what}, 1,000, cold`, ...goal }, 'ms', at(1000)),
      growthFigure(
        { name: `${name}.growth`, what: CASES[name].what, goal: { atMost: 1.2 } },
        SIZES.map(size => [size, at(size)]),
      ),
    );
  }
  say('support kept over attachments elsewhere');
  return [...figures, await keptFigure(vocabulary, rounds)];
};

/** Cold: a reading that has worked out nothing yet. Small worlds are asked often, as a short time is badly measured. */
function contestantOf(vocabulary: Vocabulary, { make, ask }: Case, size: number): Contestant {
  const world = new WireWorld(vocabulary);
  const claim = make(world, size);
  const times = Math.max(1, Math.ceil(1000 / size));
  return async () =>
    (await timed(() => {
      for (let at = 0; at < times; at += 1) ask(new ViewedGraph(world.graph), claim);
    })) / times;
}

/** The support of a claim of 1,000 attestations after each of 100 attachments to another: kept, beside worked out anew. */
async function keptFigure(vocabulary: Vocabulary, rounds: number): Promise<Figure> {
  const attach = (): { world: WireWorld; claim: ClaimId; step: () => void } => {
    const world = new WireWorld(vocabulary);
    const claim = reprints(world, 1000);
    const other = world.claim('entity:x', 'meets', world.party('entity:elsewhere'));
    return {
      world,
      claim,
      step: () => void world.says(world.source(world.party(`entity:n${world.graph.seq}`)), other),
    };
  };
  const [one, two] = [attach(), attach()];
  const kept = new WeighingCache(one.world.graph);
  one.world.onEvent = event => kept.invalidate([event]);
  const run = (
    { world, claim, step }: typeof one,
    read: (graph: ClaimGraph) => ViewedGraph,
  ): Promise<number> =>
    timed(() => {
      for (let at = 0; at < 20; at += 1) {
        step();
        supportOf(read(world.graph), claim);
      }
    });
  const found = await contest(
    {
      kept: () => run(one, graph => new ViewedGraph(graph, {}, lens => kept.at(lens))),
      anew: () => run(two, graph => new ViewedGraph(graph)),
    },
    rounds,
  );
  const what = 'support of 1,000 reprints after an attachment elsewhere: kept beside worked out anew';
  return ratioFigure({ name: 'supportKept.vsAnew', what }, found.kept, found.anew);
}

function reprints(world: WireWorld, size: number): ClaimId {
  const claim = world.wire();
  const wire = world.says(world.source(world.party('entity:agency'), false), claim);
  for (let at = 0; at < size; at += 1) world.says(outlet(world, at), claim, [wire]);
  return claim;
}

function outlets(world: WireWorld, size: number): ClaimId {
  const claim = world.wire();
  for (let at = 0; at < size; at += 1) world.says(outlet(world, at), claim);
  return claim;
}

function chain(world: WireWorld, size: number): ClaimId {
  const claim = world.wire();
  let last = world.says(world.source(world.party('entity:agency')), claim);
  for (let at = 0; at < size; at += 1) last = world.says(outlet(world, at), claim, [last]);
  return claim;
}

function family(world: WireWorld, size: number): ClaimId {
  const claim = world.wire();
  const whole = world.party('entity:whole');
  const handbook = world.source(whole);
  for (let at = 0; at < size; at += 1) {
    const party = world.party(`entity:part/${at}`);
    world.says(handbook, world.claim(party, 'part_of', whole));
    world.says(world.source(party), claim);
  }
  return claim;
}

function denied(world: WireWorld, size: number): ClaimId {
  const claim = world.wire();
  for (let at = 0; at < size; at += 1) {
    world.says(outlet(world, at), claim, [], at % 2 === 0 ? 'AFFIRMS' : 'DENIES');
  }
  return claim;
}

/** Each month someone else holds an office, and one is said to have held it all the time. */
function rivals(world: WireWorld, size: number): ClaimId {
  const office = world.party('entity:office');
  const handbook = world.source(office);
  const holds = (holder: string, validTime: string): ClaimId => {
    const claim = world.claim(world.party(holder), 'holds_role', office, validTime);
    world.says(handbook, claim);
    return claim;
  };
  for (let at = 0; at < size; at += 1) {
    holds(`entity:holder/${at}`, `${1000 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`);
  }
  return holds('entity:holder/always', '1000/1999');
}

function wireFalls(viewed: ViewedGraph): unknown {
  return atOnce(impactOf(viewed, 'entity:agency'));
}

const outlet = (world: WireWorld, at: number): string => world.source(world.party(`entity:outlet/${at}`));
