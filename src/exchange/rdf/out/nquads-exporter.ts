// N-Quads: the same graph as the JSON-LD, a line for each quad. A claim's plain triple stands in a graph of its own.
import type { Exporter } from '../../export/exporter.js';
import { checkedNode } from './checked-node.js';
import { quadsOf } from './quads.js';
import { worldNodes } from './world-nodes.js';

export const nquadsExporter: Exporter = {
  name: 'nquads',
  parts: [
    {
      name: 'graph.nq',
      *write(world, lose) {
        for (const node of worldNodes(world, lose)) {
          for (const { triple, graph } of quadsOf(checkedNode(node))) {
            yield graph === null ? `${triple}\n` : `${triple.slice(0, -1)}${graph} .\n`;
          }
        }
      },
    },
  ],
};
