// FollowTheMoney as an import format (https://followthemoney.tech): entities or statements, one a line. Things come first, then those
// that refer to others, then what ties them: a file may have them in any order.
import { InvalidInput } from '../../domain/refusal.js';
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ImportedItem, Importer } from '../import/importer.js';
import { RecordDraft } from '../import/record-draft.js';
import { edgeClaims, valueClaims } from './ftm-edge.js';
import { entityOfFtm } from './ftm-ids.js';
import { FtmIndex, type FtmContext } from './ftm-index.js';
import { addNode, describeNode } from './ftm-node.js';
import { propertyMeanings } from './ftm-property.js';
import type { FtmRead, FtmRecord } from './ftm-record.js';
import { ftmRecords } from './ftm-records.js';
import { ftmSchema } from './ftm-schema.js';

export function ftmImporter(vocabulary: Vocabulary): Importer {
  const meanings = propertyMeanings();
  return {
    name: 'ftm',
    async *read(input, find) {
      const run = new FtmRun(vocabulary, { meanings, index: new FtmIndex(find) });
      for await (const read of ftmRecords(input)) yield* run.first(read);
      if (run.hasReferring) {
        for await (const read of ftmRecords(input)) yield* run.referring(read);
        yield* run.waiting();
      }
      if (!run.hasEdges) return;
      for await (const read of ftmRecords(input)) yield* run.edges(read);
    },
  };
}

interface Waiting {
  readonly record: FtmRecord;
  readonly kind: EntityKind;
}

/** One reading of a file, in up to three passes. Each record comes out in one of them. */
class FtmRun {
  hasEdges = false;
  /** Things that refer to others and are not out yet. */
  private readonly pending = new Set<EntityId>();
  /** Of these, such as refer to one which comes later, or to each other. */
  private readonly held = new Map<EntityId, Waiting>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly context: FtmContext,
  ) {}

  get hasReferring(): boolean {
    return this.pending.size > 0;
  }

  /** What is bad or left out, and things that refer to nothing. */
  *first(read: FtmRead): Iterable<ImportedItem> {
    if ('problem' in read) {
      yield read;
      return;
    }
    const { place } = read;
    const schema = ftmSchema(read.schema);
    if (!schema) {
      const problem = `FollowTheMoney has no schema "${read.schema.slice(0, 60)}", or none that is read here: see docs/data.md.`;
      yield { place, problem };
    } else if (schema.is === 'SKIPPED') yield { place, skipped: schema.reason };
    else if (schema.is === 'DOCUMENT') {
      this.context.index.addDocument(read);
      yield { place, skipped: 'documents, which are sources of the records that name them as `proof`' };
    } else if (schema.is === 'NODE') {
      const { id } = this.context.index.addEntity(read, schema.kind);
      if (this.refers(read)) this.pending.add(id);
      else yield this.node(id, { record: read, kind: schema.kind }, []);
    } else this.hasEdges = true;
  }

  /** Things that refer to others, once those are out. */
  *referring(read: FtmRead): Iterable<ImportedItem> {
    const schema = 'problem' in read ? null : ftmSchema(read.schema);
    if ('problem' in read || schema?.is !== 'NODE' || !this.refers(read)) return;
    const one = { record: read, kind: schema.kind };
    const id = entityOfFtm(read.id);
    if (this.targets(read).some(target => target !== id && this.pending.has(target))) this.held.set(id, one);
    else yield this.node(id, one, []);
  }

  *waiting(): Iterable<ImportedItem> {
    for (const [id, one] of this.held) {
      const others = this.targets(one.record).filter(target => this.pending.has(target));
      yield this.node(
        id,
        one,
        others.flatMap(other => this.held.get(other) ?? []),
      );
    }
  }

  *edges(read: FtmRead): Iterable<ImportedItem> {
    if ('problem' in read) return;
    const schema = ftmSchema(read.schema);
    const { context } = this;
    if (schema?.is === 'EDGE') yield this.item(read, draft => edgeClaims(read, schema.edge, context, draft));
    if (schema?.is === 'VALUE')
      yield this.item(read, draft => valueClaims(read, schema.value, context, draft));
  }

  /** @param others those that it refers to and that are not out yet */
  private node(id: EntityId, { record, kind }: Waiting, others: readonly Waiting[]): ImportedItem {
    this.pending.delete(id);
    return this.item(record, draft => {
      for (const other of others) addNode(other.record, other.kind, this.context, draft);
      addNode(record, kind, this.context, draft);
      describeNode(record, kind, this.context, draft);
    });
  }

  private item({ place }: FtmRecord, make: (draft: RecordDraft) => void): ImportedItem {
    const draft = new RecordDraft(this.vocabulary);
    try {
      make(draft);
      return { place, commands: draft.commands, lost: draft.lost };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { place, problem: error.message };
    }
  }

  private refers({ values }: FtmRecord): boolean {
    return values.some(({ property }) => this.isReference(property));
  }

  private targets({ values }: FtmRecord): EntityId[] {
    return values
      .filter(({ property }) => this.isReference(property))
      .flatMap(({ text }) => this.context.index.findEntity(text)?.id ?? []);
  }

  private isReference(property: string): boolean {
    return property === 'proof' || this.context.meanings.get(property)?.is === 'REFERENCE';
  }
}
