// GEXF 1.3 out (https://gexf.net): entities as nodes, claims that join two of them as edges, which come and go with their valid time.
import type { TimeSpan } from '../../domain/time-span.js';
import type { ExportPart, Exporter, Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { edgeCells, loseSayers, type Cells } from '../graph-file/out-claim.js';
import { nodeCells } from '../graph-file/out-node.js';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, TYPES } from '../graph-file/own-names.js';
import { xmlAttributes, type XmlAttributes } from '../xml/xml-text.js';

const GRAPH =
  '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">';

/** Attributes that GEXF has of its own. */
const BUILT_IN: readonly string[] = ['label'];

const part: ExportPart = {
  name: 'graph.gexf',
  *write(world, lose) {
    const { at } = world.asOf;
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `<meta${xmlAttributes([['lastmodifieddate', at?.slice(0, 10)]], lose)}><creator>Hearsay</creator></meta>\n`;
    yield `${GRAPH}\n`;
    yield declared('node', NODE_ATTRIBUTES);
    yield declared('edge', EDGE_ATTRIBUTES);
    yield '<nodes>\n';
    yield* nodes(world, lose);
    yield '</nodes>\n<edges>\n';
    yield* edges(world, lose);
    yield '</edges>\n</graph>\n</gexf>\n';
    loseSayers(world, lose);
  },
};

export const gexfExporter: Exporter = { name: 'gexf', parts: [part] };

function* nodes(world: ExportWorld, lose: Lose): Iterable<string> {
  for (const record of world.entities()) {
    const own: XmlAttributes = [
      ['id', record.entity.id],
      ['label', record.entity.label],
    ];
    yield element('node', own, nodeCells(world, record, lose), lose);
  }
}

function* edges(world: ExportWorld, lose: Lose): Iterable<string> {
  for (const record of world.claims()) {
    const { id, subject, predicate, object } = record.claim;
    if (object === undefined) continue;
    const cells = edgeCells(world, record);
    const { symmetric } = world.graph.vocabulary.predicateOrPlain(predicate);
    const own: XmlAttributes = [
      ['id', id],
      ['source', subject],
      ['target', object],
      ['type', symmetric ? 'undirected' : undefined],
      ['label', String(cells.label)],
      // Programs that merge edges between the same two nodes keep those of different kinds apart.
      ['kind', predicate],
      ...interval(record.span),
    ];
    yield element('edge', own, cells, lose);
  }
}

/** The days that the valid time may reach from and to; an end that is open, or outside the years 1 to 9999, is left out. */
const interval = ({ from, to }: TimeSpan): XmlAttributes => [
  ['start', dayOf(from)],
  ['end', dayOf(to)],
];

/** The last millisecond that a date can have. */
const LAST = 8.64e15;

function dayOf(time: number): string | undefined {
  // Far enough in the past or future, it is no number either.
  if (!(Math.abs(time) <= LAST)) return undefined;
  const day = new Date(time).toISOString().split('T')[0] ?? '';
  return /^(?!0000)\d{4}-/.test(day) ? day : undefined;
}

function declared(of: 'node' | 'edge', names: readonly (keyof typeof TYPES)[]): string {
  const each = names
    .filter(name => !BUILT_IN.includes(name))
    .map(name => `<attribute id="${name}" title="${name}" type="${TYPES[name] ?? 'string'}"/>\n`);
  return `<attributes class="${of}" mode="static">\n${each.join('')}</attributes>\n`;
}

function element(name: 'node' | 'edge', own: XmlAttributes, cells: Cells<string>, lose: Lose): string {
  const values = Object.entries(cells).flatMap(([key, cell]) =>
    cell === undefined || BUILT_IN.includes(key)
      ? []
      : [
          `<attvalue${xmlAttributes(
            [
              ['for', key],
              ['value', String(cell)],
            ],
            lose,
          )}/>`,
        ],
  );
  return `<${name}${xmlAttributes(own, lose)}><attvalues>${values.join('')}</attvalues></${name}>\n`;
}
