// Drawings of any size, the same every time: entities of all kinds around a hub, claims of all statuses.
import type { ClaimStatus, EntityKind } from '../../src/web/explorer/api/documents.js';
import type { DrawnEdge, DrawnNode, Drawing, Fall } from '../../src/web/explorer/walk/drawing.js';
import { randomFrom } from '../random-from.js';

export interface Wanted {
  readonly nodes: number;
  readonly edges: number;
  /** Share of the edges at the hub. */
  readonly atHub: number;
  /** Some claims are the weakest of their path, or would fall. */
  readonly marks?: boolean;
}

const KINDS: readonly EntityKind[] = [
  'PERSON',
  'PERSON',
  'ORGANIZATION',
  'STATE',
  'ROLE',
  'PLACE',
  'EVENT',
  'TOPIC',
];
const STATUSES: readonly ClaimStatus[] = [
  'CORROBORATED',
  'SUPPORTED',
  'SUPPORTED',
  'SUPPORTED',
  'SPECULATIVE',
  'DISPUTED',
  'UNSUPPORTED',
];
const PREDICATES = ['meets', 'holds office', 'is part of', 'travels to', 'speaks for', 'accompanies'];
const FALLS: readonly Fall[] = ['loses all support', 'drops to one chain', 'changes status'];
const WORDS = 'North South Harbour Ministry Council Union River Market Bridge Office Board Press'.split(' ');

export function syntheticDrawing({ nodes, edges, atHub, marks = false }: Wanted): Drawing {
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const entities = Array.from({ length: nodes }, (_, at) => ({
    id: `entity:bench/${at}`,
    kind: at === 0 ? ('PERSON' as const) : pick(KINDS),
    label: `${pick(WORDS)} ${pick(WORDS)} ${at}`,
  }));
  const end = (): number => Math.floor(random() * nodes);
  const drawn = Array.from({ length: edges }, (_, at): DrawnEdge => {
    const isAtHub = at < edges * atHub;
    const from = isAtHub ? 0 : end();
    // The first ones reach everybody, so that all hangs together.
    const to = isAtHub ? 1 + (at % (nodes - 1)) : (from + 1 + end()) % nodes;
    return edgeBetween(
      at,
      entities[from] ?? fail(),
      entities[to === from ? (to + 1) % nodes : to] ?? fail(),
      pick(STATUSES),
      pick(PREDICATES),
      marks,
    );
  });
  return {
    nodes: entities.map((entity, at): DrawnNode => ({
      entity,
      ids: [entity.id],
      isProvisional: false,
      expanded: at === 0,
      isFocus: at === 0,
      claims: at === 0 ? edges : at % 7 === 0 ? 40 + at : null,
      depth: at === 0 ? 0 : 1,
    })),
    edges: drawn,
    lineless: [],
  };
}

type Entity = DrawnNode['entity'];

/** One with nobody else. */
const unjoined = (entity: Entity): DrawnEdge['claim']['subject'] => ({
  ...entity,
  canonical: { ...entity, isProvisional: false, sameEntities: [] },
});

function edgeBetween(
  at: number,
  subject: Entity,
  object: Entity,
  status: ClaimStatus,
  label: string,
  marks: boolean,
): DrawnEdge {
  const isFalling = marks && at % 11 === 5;
  return {
    claim: {
      id: `claim:${at}`,
      sentence: `${subject.label} ${label} ${object.label}`,
      status,
      validTime: null,
      subject: unjoined(subject),
      predicate: { id: label, label, symmetric: label === 'meets' },
      object: unjoined(object),
      value: null,
      support: {
        independent: at % 3,
        exact: true,
        independence: 'SINGLE',
        origins: 1,
        sources: 1,
        certainty: 'CERTAIN',
        denials: 0,
      },
    },
    from: subject.id,
    to: object.id,
    words: status === 'SUPPORTED' ? label : `${label} — ${status.toLowerCase()}`,
    isWeakest: marks && at % 13 === 3,
    fall: isFalling ? (FALLS[at % 3] ?? null) : null,
  };
}

function fail(): never {
  throw new Error('A drawing needs at least two nodes.');
}
