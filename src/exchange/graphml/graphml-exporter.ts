// GraphML out (http://graphml.graphdrawing.org): entities as nodes, claims that join two of them as edges, by their own ids.
import type { ExportPart, Exporter, Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { edgeCells, loseSayers, type Cells } from '../graph-file/out-claim.js';
import { nodeCells } from '../graph-file/out-node.js';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, TYPES } from '../graph-file/own-names.js';
import { xmlAttributes, xmlText } from '../xml/xml-text.js';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

const part: ExportPart = {
  name: 'graph.graphml',
  *write(world, lose) {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="${NAMESPACE}">\n`;
    for (const name of NODE_ATTRIBUTES) yield key('node', name);
    for (const name of EDGE_ATTRIBUTES) yield key('edge', name);
    yield '<graph edgedefault="directed">\n';
    yield* nodes(world, lose);
    yield* edges(world, lose);
    yield '</graph>\n</graphml>\n';
    loseSayers(world, lose);
  },
};

export const graphmlExporter: Exporter = { name: 'graphml', parts: [part] };

function* nodes(world: ExportWorld, lose: Lose): Iterable<string> {
  for (const record of world.entities()) {
    const data = dataOf('node', nodeCells(world, record, lose), lose);
    yield `<node${xmlAttributes([['id', record.entity.id]], lose)}>${data}</node>\n`;
  }
}

function* edges(world: ExportWorld, lose: Lose): Iterable<string> {
  for (const record of world.claims()) {
    const { id, subject, object } = record.claim;
    if (object === undefined) continue;
    const { symmetric } = world.graph.vocabulary.predicateOrPlain(record.claim.predicate);
    const ends = xmlAttributes(
      [
        ['id', id],
        ['source', subject],
        ['target', object],
        ['directed', symmetric ? 'false' : undefined],
      ],
      lose,
    );
    yield `<edge${ends}>${dataOf('edge', edgeCells(world, record), lose)}</edge>\n`;
  }
}

/** Keys of nodes and of edges share their ids in GraphML, but not their names. */
const keyId = (of: 'node' | 'edge', name: string): string => `${of}_${name}`;

function key(of: 'node' | 'edge', name: (typeof NODE_ATTRIBUTES | typeof EDGE_ATTRIBUTES)[number]): string {
  const type = { integer: 'int', boolean: 'boolean', text: 'string' }[TYPES[name] ?? 'text'];
  return `<key id="${keyId(of, name)}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

const dataOf = (of: 'node' | 'edge', cells: Cells<string>, lose: Lose): string =>
  Object.entries(cells)
    .flatMap(([name, cell]) =>
      cell === undefined ? [] : [`<data key="${keyId(of, name)}">${xmlText(String(cell), lose)}</data>`],
    )
    .join('');
