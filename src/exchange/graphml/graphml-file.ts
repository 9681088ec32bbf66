// GraphML read: the keys that say what data mean, nodes and edges with their data, wherever in the file each of them stands.
import type { FileEdge, FileNode, FilePart, FileValue, GraphFile } from '../graph-file/graph-file.js';
import type { ImportInput } from '../import/importer.js';
import { attributeOf, childrenOf, within, type XmlElement, type XmlRecord } from '../xml/xml-element.js';
import { xmlRecords } from '../xml/xml-records.js';
import type { XmlShape } from '../xml/xml-tree.js';

const SHAPE: XmlShape = {
  root: 'graphml',
  format: 'GraphML',
  containers: new Set(['graphml', 'graph']),
  records: new Set(['node', 'edge', 'hyperedge']),
};

interface Key {
  readonly name: string;
  /** `node`, `edge`, `all` … */
  readonly of: string;
  readonly default?: string;
}

const MOST_KEYS = 10_000;

export class GraphmlFile implements GraphFile {
  private readonly keys = new Map<string, Key>();

  constructor(private readonly input: ImportInput) {}

  async *parts(): AsyncIterable<FilePart> {
    for await (const record of xmlRecords(this.input, SHAPE)) yield* this.partsOf(record);
  }

  private *partsOf({ element, around }: XmlRecord): Iterable<FilePart> {
    switch (element.name) {
      case 'key':
        return this.addKey(element);
      case 'node':
        return void (yield this.node(element, around));
      case 'edge':
        return void (yield this.edge(element, around));
      case 'hyperedge':
        return void (yield { is: 'SKIPPED', place: element.place, what: 'hyperedges' });
      case 'data':
        return void (yield this.dataOfGraph(element));
      default:
        yield { is: 'LOST', what: `<${element.name.slice(0, 40)}> of the file` };
    }
  }

  private addKey(element: XmlElement): void {
    const id = attributeOf(element, 'id');
    if (id === undefined || this.keys.size >= MOST_KEYS) return;
    const [preset] = childrenOf(element, 'default');
    this.keys.set(id, {
      name: attributeOf(element, 'attr.name') ?? attributeOf(element, 'yfiles.type') ?? id,
      of: attributeOf(element, 'for') ?? 'all',
      ...(preset ? { default: preset.text.trim() } : {}),
    });
  }

  private dataOfGraph(element: XmlElement): FilePart {
    const name = this.nameOf(element);
    const text = element.text.trim();
    if (/^(title|name|label)$/i.test(name) && text !== '') return { is: 'TITLE', text };
    return { is: 'LOST', what: `data "${name.slice(0, 60)}" of the graph` };
  }

  private node(element: XmlElement, around: readonly XmlElement[]): FileNode {
    const lost = besides(element, ['data', 'desc'], ['id']);
    if (around.some(({ name }) => name === 'node')) lost.push('which nodes are within others');
    return { is: 'NODE', place: element.place, ...this.thing(element, 'node', lost) };
  }

  private edge(element: XmlElement, around: readonly XmlElement[]): FileEdge {
    const lost = besides(element, ['data', 'desc'], ['id', 'source', 'target', 'directed']);
    const graph = around.findLast(({ name }) => name === 'graph');
    const preset = graph ? attributeOf(graph, 'edgedefault') !== 'undirected' : true;
    const directed = attributeOf(element, 'directed');
    const [source, target] = [attributeOf(element, 'source'), attributeOf(element, 'target')];
    return {
      is: 'EDGE',
      place: element.place,
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      isDirected: directed === undefined ? preset : directed === 'true',
      ...this.thing(element, 'edge', lost),
    };
  }

  private thing(element: XmlElement, of: 'node' | 'edge', lost: string[]) {
    const id = attributeOf(element, 'id');
    const drawn = [...within(element, 'y:NodeLabel'), ...within(element, 'y:EdgeLabel')];
    const label = drawn.map(({ text }) => text.trim()).find(text => text !== '');
    const values = childrenOf(element, 'data').flatMap(data => this.valueOf(data, lost));
    for (const { text } of childrenOf(element, 'desc')) values.push({ name: 'description', text });
    const given = new Set(childrenOf(element, 'data').map(data => data.attributes.get('key')));
    for (const [key, { name, of: whose, default: text }] of this.keys) {
      if (text !== undefined && !given.has(key) && (whose === of || whose === 'all'))
        values.push({ name, text });
    }
    return {
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
      values: values.filter(({ text }) => text.trim() !== ''),
      times: [],
      lost,
    };
  }

  private valueOf(data: XmlElement, lost: string[]): readonly FileValue[] {
    const name = this.nameOf(data);
    if (data.children.length > 0) lost.push(`what XML holds within data "${name.slice(0, 60)}"`);
    return [{ name, text: data.text }];
  }

  private nameOf(data: XmlElement): string {
    const key = attributeOf(data, 'key') ?? '';
    return this.keys.get(key)?.name ?? key;
  }
}

function besides(element: XmlElement, children: readonly string[], attributes: readonly string[]): string[] {
  const name = (text: string): string => text.slice(0, 40);
  return [
    ...element.children.filter(child => !children.includes(child.name)).map(child => `<${name(child.name)}>`),
    ...[...element.attributes.keys()]
      .filter(key => !attributes.includes(key))
      .map(key => `attribute "${name(key)}" of <${element.name}>`),
  ];
}
