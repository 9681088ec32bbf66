import { MultiDirectedGraph } from 'graphology';
import { parse, write } from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { gexfGraph } from '../../../../../src/web/explorer/canvas/export/gexf-graph.js';
import { svgPicture } from '../../../../../src/web/explorer/canvas/export/svg-picture.js';
import { viewJson } from '../../../../../src/web/explorer/canvas/export/view-json.js';
import { layOut } from '../../../../../src/web/explorer/canvas/layout/lay-out.js';
import { sceneOf } from '../../../../../src/web/explorer/canvas/scene.js';
import { weighed } from '../../../../fixtures/weighed-claim.js';
import { drawing, edge } from '../a-drawing.js';

const HOSTILE = '<img/src=x/onerror=alert(1)>&"\'\u0007';
const shown = drawing('ann', [
  edge('ann meets bob', { status: 'CORROBORATED', validTime: '2014-11', symmetric: true }),
  edge('ann warns carl', { status: 'SPECULATIVE', words: HOSTILE, isWeakest: true }),
  edge('ann sues dora', { status: 'DISPUTED' }),
  edge(`ann names ${HOSTILE}`, { status: 'UNSUPPORTED' }),
]);
const positions = layOut(shown);

test('who is known only by reference has a dashed outline and an entry in the legend; as GEXF and JSON it says so', () => {
  const stub = drawing('ann', ['ann meets bob'], {
    bob: { isProvisional: true, ids: ['entity:bob', 'entity:rob'] },
  });
  const svg = svgPicture(sceneOf(stub, layOut(stub)), {});
  expect(svg).toContain('>dashed outline: known only by reference</text>');
  expect(svg.match(/<circle[^>]*stroke-dasharray/g)).toHaveLength(1);
  expect(gexfGraph(stub, new Map()).getNodeAttribute('entity:bob', 'is_provisional')).toBe(true);
  expect(viewJson(stub, new Map())).toContain('"entity:rob"');
});

describe('as SVG', () => {
  const svg = svgPicture(sceneOf(shown, positions), {
    '--paper': '#fff',
    '--ink': '#000',
    '--disputed': '#a00',
  });

  test('what looks like markup is text', () => {
    expect(svg).not.toContain('<img');
    expect(svg).toContain('&lt;img/src=x/onerror=alert(1)&gt;&amp;&quot;&#39;');
    expect(svg).not.toContain('\u0007');
    for (const name of ['ann', 'bob', 'carl', 'dora', 'meets']) expect(svg).toContain(`>${name}</text>`);
  });

  test('it has lines in their styles, a head for each direction, and a legend of what it shows', () => {
    expect(svg.match(/stroke-dasharray="6 3.5"/g)).toHaveLength(2);
    expect(svg).toContain('>corroborated</text>');
    expect(svg).toContain('>disputed, denied</text>');
    expect(svg).not.toContain('>supported</text>');
    expect(svg).toContain('● person');
    expect(svg.match(/stroke="none"/g)).toHaveLength(3);
  });
});

test('a claim with a value is no line: the SVG says how many there are, and JSON has them', () => {
  const lasts = weighed('ann lasts =7', { value: { kind: 'DURATION', text: 'P7D' } });
  const all = { ...shown, lineless: [{ claim: lasts, isWeakest: false, fall: null }] };
  expect(svgPicture(sceneOf(all, positions), {}, '1 claim with a value')).toContain(
    '>not drawn: 1 claim with a value</text>',
  );
  const { claims } = JSON.parse(viewJson(all, positions)) as { claims: unknown[] };
  expect(claims).toHaveLength(5);
  expect(claims[0]).toMatchObject({ object: 'entity:bob', value: null });
  expect(claims[4]).toMatchObject({
    id: 'ann lasts =7',
    subject: 'entity:ann',
    object: null,
    value: { kind: 'DURATION', text: 'P7D' },
  });
});

describe('as GEXF', () => {
  const graph = parse(MultiDirectedGraph, write(gexfGraph(shown, positions), { version: '1.3' }));

  test('it has kinds, statuses, independent chains and valid times as attributes', () => {
    expect([graph.order, graph.size]).toEqual([5, 4]);
    expect(graph.getNodeAttributes('entity:ann')).toMatchObject({
      label: 'ann',
      entity_kind: 'PERSON',
      x: 0,
    });
    expect(graph.getEdgeAttributes('claim:ann meets bob')).toMatchObject({
      status: 'CORROBORATED',
      independent_chains: 1,
      valid_time: '2014-11',
      sentence: 'ann meets bob',
    });
  });

  test('labels are text, whatever they hold', () => {
    const labels = graph.mapNodes((_, { label }) => label as string);
    expect(labels).toContain(HOSTILE.replace('\u0007', ''));
  });
});

test('as JSON it has entities and claims with their ids', () => {
  const { entities, claims } = JSON.parse(viewJson(shown, positions)) as {
    entities: { id: string; position: unknown }[];
    claims: { id: string; subject: string; object: string; status: string }[];
  };
  expect(entities[0]).toMatchObject({ id: 'entity:ann', isFocus: true, position: [0, 0] });
  expect(claims[0]).toMatchObject({
    id: 'claim:ann meets bob',
    subject: 'entity:ann',
    object: 'entity:bob',
    status: 'CORROBORATED',
  });
});
