// GEXF 1.1 to 1.3 read: the titles of attributes, nodes and edges with their values, and the times when they are there.
import type {
  FileEdge,
  FileNode,
  FilePart,
  FileTime,
  FileValue,
  GraphFile,
} from '../graph-file/graph-file.js';
import type { ImportInput } from '../import/importer.js';
import { attributeOf, childrenOf, type XmlElement, type XmlRecord } from '../xml/xml-element.js';
import { xmlRecords } from '../xml/xml-records.js';
import type { XmlShape } from '../xml/xml-tree.js';

const SHAPE: XmlShape = {
  root: 'gexf',
  format: 'GEXF',
  containers: new Set(['gexf', 'graph', 'nodes', 'edges']),
  records: new Set(['node', 'edge']),
};

type Class = 'node' | 'edge';

interface Declared {
  readonly title: string;
  readonly default?: string;
}

const MOST_ATTRIBUTES = 10_000;
const TIMES = ['start', 'end', 'startopen', 'endopen'];
/** Of nodes and edges: those read here. `weight` and `kind` are read as values. */
const READ: { readonly [of in Class]: readonly string[] } = {
  node: ['id', 'label', ...TIMES],
  edge: ['id', 'label', 'source', 'target', 'type', 'weight', 'kind', ...TIMES],
};

export class GexfFile implements GraphFile {
  private readonly declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };

  constructor(private readonly input: ImportInput) {}

  async *parts(): AsyncIterable<FilePart> {
    for await (const record of xmlRecords(this.input, SHAPE)) yield* this.partsOf(record);
  }

  private *partsOf({ element, around }: XmlRecord): Iterable<FilePart> {
    switch (element.name) {
      case 'attributes':
        return this.declare(element);
      case 'meta':
        return void (yield* metaOf(element));
      case 'node':
        return void (yield this.node(element, around));
      case 'edge':
        return void (yield this.edge(element, around));
      default:
        yield { is: 'LOST', what: `<${element.name.slice(0, 40)}> of the file` };
    }
  }

  private declare(element: XmlElement): void {
    const of = attributeOf(element, 'class');
    if (of !== 'node' && of !== 'edge') return;
    for (const one of childrenOf(element, 'attribute')) {
      const id = attributeOf(one, 'id');
      if (id === undefined || this.declared[of].size >= MOST_ATTRIBUTES) continue;
      const [preset] = childrenOf(one, 'default');
      this.declared[of].set(id, {
        title: attributeOf(one, 'title') ?? id,
        ...(preset ? { default: preset.text.trim() } : {}),
      });
    }
  }

  private node(element: XmlElement, around: readonly XmlElement[]): FileNode {
    const thing = this.thing(element, 'node', around);
    const isWithin = around.some(({ name }) => name === 'node');
    return {
      is: 'NODE',
      ...thing,
      lost: isWithin ? [...thing.lost, 'which nodes are within others'] : thing.lost,
    };
  }

  private edge(element: XmlElement, around: readonly XmlElement[]): FileEdge {
    const thing = this.thing(element, 'edge', around);
    const graph = around.find(({ name }) => name === 'graph');
    const type = attributeOf(element, 'type') ?? (graph && attributeOf(graph, 'defaultedgetype'));
    const [source, target] = [attributeOf(element, 'source'), attributeOf(element, 'target')];
    return {
      is: 'EDGE',
      ...thing,
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      isDirected: type === 'directed',
      lost: type === 'mutual' ? [...thing.lost, 'that an edge goes both ways'] : thing.lost,
    };
  }

  private thing(element: XmlElement, of: Class, around: readonly XmlElement[]) {
    const graph = around.find(({ name }) => name === 'graph');
    const isNumber = /^(integer|double)$/i.test((graph && attributeOf(graph, 'timeformat')) ?? '');
    const spells = childrenOf(element, 'spells').flatMap(one => childrenOf(one, 'spell'));
    const [id, label] = [attributeOf(element, 'id'), attributeOf(element, 'label')];
    return {
      place: element.place,
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
      values: this.valuesOf(element, of, isNumber),
      times: [element, ...spells].flatMap(one => timeOf(one, isNumber) ?? []),
      lost: lostOf(element, of),
    };
  }

  private valuesOf(element: XmlElement, of: Class, isNumber: boolean): readonly FileValue[] {
    const values: FileValue[] = [];
    const given = new Set<string>();
    for (const one of childrenOf(element, 'attvalues').flatMap(all => childrenOf(all, 'attvalue'))) {
      // GEXF 1.1 wrote `id` where it is `for` since.
      const key = attributeOf(one, 'for') ?? attributeOf(one, 'id') ?? '';
      const when = timeOf(one, isNumber);
      given.add(key);
      const name = this.declared[of].get(key)?.title ?? key;
      values.push({ name, text: one.attributes.get('value') ?? '', ...(when ? { when } : {}) });
    }
    for (const [key, { title, default: text }] of this.declared[of]) {
      if (text !== undefined && !given.has(key)) values.push({ name: title, text });
    }
    for (const name of of === 'edge' ? ['weight', 'kind'] : []) {
      const text = attributeOf(element, name);
      if (text !== undefined) values.push({ name, text });
    }
    return values.filter(({ text }) => text.trim() !== '');
  }
}

function timeOf(element: XmlElement, isNumber: boolean): FileTime | undefined {
  const start = attributeOf(element, 'start') ?? attributeOf(element, 'startopen');
  const end = attributeOf(element, 'end') ?? attributeOf(element, 'endopen');
  if (start === undefined && end === undefined) return undefined;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), isNumber };
}

function lostOf(element: XmlElement, of: Class): string[] {
  const lost = element.children
    .filter(({ name }) => !['attvalues', 'spells'].includes(name))
    .map(({ name }) => `<${name.slice(0, 40)}>`);
  for (const key of element.attributes.keys()) {
    if (!READ[of].includes(key)) lost.push(`attribute "${key.slice(0, 40)}" of <${of}>`);
  }
  if (['startopen', 'endopen'].some(key => element.attributes.has(key)))
    lost.push('that a time is without its first or last day');
  return lost;
}

function* metaOf(element: XmlElement): Iterable<FilePart> {
  for (const { name, text } of element.children) {
    if (name === 'title' && text.trim() !== '') yield { is: 'TITLE', text: text.trim() };
    else yield { is: 'LOST', what: `<${name.slice(0, 40)}> of the file` };
  }
  if (element.attributes.has('lastmodifieddate')) yield { is: 'LOST', what: 'when the file was changed' };
}
