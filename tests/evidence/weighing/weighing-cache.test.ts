// What is recorded anew makes only that be worked out again which rests on it: counted, not timed.
import { expect, test } from 'vitest';
import type { View } from '../../../src/domain/view.js';
import { WeighingCache } from '../../../src/evidence/weighing/weighing-cache.js';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ClaimGraph } from '../../../src/graph/claim-graph.js';
import { tinyWorld, type TinyWorld } from '../../fixtures/tiny-world.js';

/** A graph that notes of which claims the attestations were asked. */
class WatchedGraph extends ClaimGraph {
  asked: string[] = [];
  override attestationsOf(claim: string) {
    this.asked.push(claim);
    return super.attestationsOf(claim);
  }
}

class Watched {
  readonly tiny: TinyWorld = tinyWorld();
  readonly graph = new WatchedGraph(this.tiny.world.vocabulary);
  readonly kept = new WeighingCache(this.graph);

  constructor() {
    this.draw();
  }

  draw(): void {
    const events = this.tiny.world.events.slice(this.graph.seq);
    for (const event of events) this.graph.apply(event);
    this.kept.invalidate(events);
  }

  /** Claims that had to be worked out to say how all of them stand. */
  workedOut(view: View = {}): string[] {
    this.graph.asked = [];
    const viewed = new ViewedGraph(this.graph, view, lens => this.kept.at(lens));
    for (const record of this.graph.claims()) {
      viewed.statusOf(record);
      viewed.supportOf(record, 'DENIES');
    }
    const names = new Map(Object.entries(this.tiny.claims).map(([name, id]) => [id, name]));
    return [...new Set(this.graph.asked.map(id => names.get(id) ?? 'new'))].sort();
  }

  /** Those that had to be worked out again after something was told. */
  after(tell: (tiny: TinyWorld) => void, view: View = {}): string[] {
    this.workedOut(view);
    tell(this.tiny);
    this.draw();
    return this.workedOut(view);
  }
}

test.each<{ what: string; tell: (tiny: TinyWorld) => void; again: string[] }>([
  { what: 'nothing', tell: () => {}, again: [] },
  { what: 'an entity', tell: ({ world }) => world.entity('entity:new'), again: [] },
  { what: 'a source', tell: ({ world, entities }) => world.source(entities.upi), again: [] },
  {
    what: 'an attestation',
    tell: ({ world, claims, sources }) => world.says(sources.diplomat, claims.cooling),
    again: ['cooling'],
  },
  {
    what: 'a new claim that somebody says',
    tell: ({ world, entities, sources }) =>
      world.says(sources.upi, world.claim(entities.kim, 'met', entities.hwang)),
    again: ['new'],
  },
  {
    what: 'a tie that is withdrawn',
    tell: ({ world, claims }) => world.withdrawsClaim(claims.spokesman),
    again: ['diversifies', 'spokesman'],
  },
])('$what makes $again be worked out again', ({ tell, again }) => {
  expect(new Watched().after(tell)).toEqual(again);
});

test('views that differ in valid time or in what they show share what is worked out', () => {
  const watched = new Watched();
  watched.workedOut();
  expect(watched.workedOut({ validAt: '2014-10-01', statuses: ['SUPPORTED'] })).toEqual([]);
  expect(watched.workedOut({ knownAtSeq: watched.graph.seq })).toEqual([]);
});

test('a view of what was published by a time is carried on too', () => {
  const tell = ({ world, claims, sources }: TinyWorld) => world.says(sources.diplomat, claims.cooling);
  expect(new Watched().after(tell, { publishedBy: '2020' })).toEqual(['cooling']);
});

test('a view of the past is left as it is by what comes after', () => {
  const watched = new Watched();
  const past = { knownAtSeq: watched.graph.seq - 1 };
  expect(
    watched.after(({ world, claims, sources }) => world.says(sources.diplomat, claims.cooling), past),
  ).toEqual([]);
});

test('once forgotten, everything is worked out again', () => {
  const watched = new Watched();
  watched.workedOut();
  watched.kept.forget();
  expect(watched.workedOut()).toHaveLength(Object.keys(watched.tiny.claims).length);
});
