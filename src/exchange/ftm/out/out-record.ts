// A record of FollowTheMoney on its way out: values by property, each with the data set that says it.
import { contentHash } from '../../../domain/ids.js';
import { OWN_DATA_SET } from '../ftm-record.js';

interface OutValue {
  readonly property: string;
  readonly text: string;
  readonly dataset: string;
  readonly language?: string;
}

export class OutRecord {
  private readonly values = new Map<string, OutValue>();
  private readonly marked = new Set<string>();
  readonly referents = new Map<string, string>();
  /** Data sets that say the schema; the others say only what is usual for the kind. */
  readonly schemaSayers = new Set<string>();

  constructor(
    readonly id: string,
    readonly schema: string,
    readonly caption?: string,
    private readonly usualSchema = schema,
  ) {}

  add(property: string, text: string, datasets: readonly string[], language?: string): void {
    for (const dataset of datasets) {
      const value = { property, text, dataset, ...(language === undefined ? {} : { language }) };
      this.values.set(`${property}\n${text}\n${dataset}\n${language ?? ''}`, value);
    }
  }

  /** A data set that says that there is such a thing, if nothing more. */
  mark(dataset: string): void {
    this.marked.add(dataset);
  }

  /** More than one data set says something here. */
  get isMixed(): boolean {
    return this.datasets.length > 1;
  }

  private get datasets(): string[] {
    return [...new Set([...this.marked, ...[...this.values.values()].map(({ dataset }) => dataset)])].sort();
  }

  /** As one line of entities. */
  entityLine(): string {
    const properties = new Map<string, Set<string>>();
    for (const { property, text } of this.values.values()) {
      const texts = properties.get(property) ?? new Set();
      properties.set(property, texts.add(text));
    }
    const { id, schema, caption, referents } = this;
    const own = this.datasets.filter(name => name !== OWN_DATA_SET);
    return json({
      id,
      ...(caption === undefined ? {} : { caption }),
      schema,
      properties: Object.fromEntries([...properties].map(([property, texts]) => [property, [...texts]])),
      datasets: own.length > 0 ? own : [OWN_DATA_SET],
      referents: [...referents.keys()],
    });
  }

  /** As lines of statements: for each data set one that says that there is such a record, then the values. */
  *statementLines(): IterableIterator<string> {
    for (const dataset of this.datasets)
      yield this.statement(this.id, { property: 'id', text: this.id, dataset });
    for (const [referent, dataset] of this.referents) {
      yield this.statement(referent, { property: 'id', text: referent, dataset });
    }
    for (const value of this.values.values()) yield this.statement(this.id, value);
  }

  private statement(entity: string, { property, text, dataset, language }: OutValue): string {
    return json({
      id: contentHash([dataset, entity, property, text]).slice(0, 40),
      entity_id: entity,
      canonical_id: this.id,
      prop: property,
      schema: this.schemaSayers.has(dataset) ? this.schema : this.usualSchema,
      value: text,
      dataset,
      ...(language === undefined ? {} : { lang: language }),
    });
  }
}

const json = (data: unknown): string => `${JSON.stringify(data)}\n`;
