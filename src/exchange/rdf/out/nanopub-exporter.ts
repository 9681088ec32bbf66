// TriG: one nanopublication for each claim, a block for each of its four graphs.
import type { Exporter } from '../../export/exporter.js';
import { nanopubOf } from './nanopub.js';

export const nanopubExporter: Exporter = {
  name: 'nanopub',
  parts: [
    {
      name: 'nanopublications.trig',
      *write(world, lose) {
        for (const claim of world.claims()) {
          for (const [graph, triples] of nanopubOf(world, claim, lose)) {
            yield `<${graph}> {\n${triples.map(triple => `  ${triple}\n`).join('')}}\n`;
          }
          yield '\n';
        }
      },
    },
  ],
};
