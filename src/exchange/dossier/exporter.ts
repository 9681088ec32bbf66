// Writes what a view shows as a dossier that loads back into the same graph: the same ids, support and status of every claim.
import { Document, isMap, visit } from 'yaml';
import { InvalidInput } from '../../domain/refusal.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { ExportPart, Exporter } from '../export/exporter.js';
import { DossierContent } from './content.js';
import { claimPart, entityPart, judgementParts, sourcePart } from './records.js';
import { MAX_YAML_BYTES } from '../yaml-document.js';

/** One file of YAML, in the order in which things were recorded. Who recorded them, and when, is the loader's to say. */
export const dossierExporter: Exporter = {
  name: 'dossier',
  parts: [
    { name: 'dossier.yaml', write: (world, lose) => withinLimit(pieces(new DossierContent(world, lose))) },
  ],
} satisfies { name: string; parts: ExportPart[] };

function* pieces(content: DossierContent): Iterable<string> {
  yield yaml(header(content));
  yield* section('entities', content.entities, record => ({
    [content.entityKey(record.entity.id)]: entityPart(content, record),
  }));
  yield* section('sources', content.sources, record => ({
    [content.sourceKey(record.source.id)]: sourcePart(content, record),
  }));
  yield* section(
    'claims',
    content.claims,
    record => [claimPart(content, record)],
    record => comment(content, record),
  );
  yield* section('judgements', judgementParts(content), judgement => [judgement]);
}

function header({ id, world }: DossierContent): object {
  const { seq, at } = world.asOf;
  const view = Object.entries(world.viewed.view).map(([name, value]) => `${name}: ${String(value)}`);
  const through = view.length === 0 ? '' : ` Through a view of ${view.join(', ')}.`;
  return {
    hearsay: 'dossier/1',
    id,
    title: `What a journal of Hearsay held at place ${seq}`,
    origin: 'Written by `hearsay export`.',
    note: `${at === null ? 'Nothing was recorded yet.' : `The last thing was recorded at ${at}.`}${through}`,
  };
}

function* section<R>(
  name: string,
  records: readonly R[],
  part: (record: R) => object,
  before: (record: R) => string = () => '',
): Iterable<string> {
  if (records.length === 0) return;
  yield `\n${name}:\n`;
  for (const record of records) yield indented(before(record) + yaml(part(record)));
}

/** Not by a pattern for line beginnings: it would find some after characters that end no line of YAML. */
const indented = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '' : `  ${line}`))
    .join('\n');

/** The claim in words. All on one line, whatever is in its names. */
const comment = ({ world }: DossierContent, claim: ClaimRecord): string =>
  `\n# ${world.graph.sentenceOf(claim).replace(/\s+/gu, ' ')}\n`;

/** No line is folded and no block of lines opened, so that what was indented once more still says the same. */
function yaml(part: object): string {
  const document = new Document(part, { aliasDuplicateObjects: false });
  visit(document, {
    Map(_, node, path) {
      if (path.length < 4 || !node.items.every(({ value }) => isShort(value))) return;
      node.flow = true;
    },
    Seq(_, node) {
      if (node.items.length > 0 && node.items.every(isShort)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: false });
}

const isShort = (node: unknown): boolean => !isMap(node) && String(node).length < 80;

/** @throws InvalidInput where it grows larger than a dossier may be. */
function* withinLimit(texts: Iterable<string>): Iterable<string> {
  let bytes = 0;
  for (const text of texts) {
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_YAML_BYTES) {
      throw new InvalidInput(
        `This dossier would be larger than the ${MAX_YAML_BYTES / 1e6} MB that can be read back: limit it with --claim or a view, or copy the whole journal with \`hearsay backup\`.`,
      );
    }
    yield text;
  }
}
