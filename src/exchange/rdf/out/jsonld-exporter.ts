// JSON-LD: one document with its context inside, a node a line. `jsonld-importer` reads it in again.
import type { Exporter } from '../../export/exporter.js';
import { checkedNode } from './checked-node.js';
import { context } from '../terms.js';
import { worldNodes } from './world-nodes.js';

/** The lines around the nodes: by them our own documents are known again. */
export const HEAD = (): string => `{"@context":${JSON.stringify(context())},`;
export const GRAPH = '"@graph":[';
export const FOOT = ']}';

export const jsonldExporter: Exporter = {
  name: 'jsonld',
  parts: [
    {
      name: 'graph.jsonld',
      *write(world, lose) {
        yield `${HEAD()}\n${GRAPH}\n`;
        let between = '';
        for (const node of worldNodes(world, lose)) {
          yield `${between}${JSON.stringify(checkedNode(node))}`;
          between = ',\n';
        }
        yield `\n${FOOT}\n`;
      },
    },
  ],
};
