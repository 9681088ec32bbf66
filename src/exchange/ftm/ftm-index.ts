// What a file of FollowTheMoney holds, by id, while it is read: which entity each id means, and the documents that serve as sources.
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { SourceDescription } from '../../domain/source.js';
import { readUrl } from '../../domain/text.js';
import type { FindEntity } from '../import/importer.js';
import { entityOfFtm } from './ftm-ids.js';
import type { PropertyMeaning } from './ftm-property.js';
import { textsOf, type FtmRecord } from './ftm-record.js';

/** What the reading of a record needs to know beside it. */
export interface FtmContext {
  readonly meanings: ReadonlyMap<string, PropertyMeaning>;
  readonly index: FtmIndex;
}

export interface FtmKnown {
  readonly id: EntityId;
  readonly kind: EntityKind;
}

/** Holds an id and a word for each entity, never the entities themselves. */
export class FtmIndex {
  private readonly entities = new Map<string, FtmKnown>();
  private readonly documents = new Map<string, SourceDescription>();

  constructor(private readonly find?: FindEntity) {}

  addEntity(record: FtmRecord, kind: EntityKind): FtmKnown {
    const known = { id: entityOfFtm(record.id), kind };
    for (const id of [record.id, ...record.referents]) this.entities.set(id, known);
    return known;
  }

  /** Here, or in the graph from an earlier file. */
  findEntity(id: string): FtmKnown | undefined {
    const here = this.entities.get(id);
    if (here) return here;
    const before = this.find?.(entityOfFtm(id));
    return before && { id: before.id, kind: before.kind };
  }

  addDocument(record: FtmRecord): void {
    const described = documentSource(record);
    for (const id of [record.id, ...record.referents]) this.documents.set(id, described);
  }

  findDocument(id: string): SourceDescription | undefined {
    return this.documents.get(id);
  }
}

const LONGEST_TITLE = 500;

function documentSource(record: FtmRecord): SourceDescription {
  const first = (...properties: string[]): string | undefined =>
    properties.flatMap(property => textsOf(record, property))[0]?.slice(0, LONGEST_TITLE);
  const url = first('sourceUrl');
  const published = first('publishedAt', 'date', 'authoredAt')?.slice(0, 10);
  const party = first('publisher', 'author');
  return {
    kind: record.schema === 'Article' ? 'ARTICLE' : 'DOCUMENT',
    title: first('title', 'name', 'fileName') ?? record.id,
    ...(url !== undefined && isAddress(url) ? { url } : {}),
    ...(published !== undefined && /^\d{4}(-\d\d){0,2}$/.test(published) ? { publishedAt: published } : {}),
    ...(party === undefined ? {} : { partyDescribedAs: party }),
  };
}

function isAddress(text: string): boolean {
  try {
    return readUrl(text, []) !== '';
  } catch {
    return false;
  }
}
