// Turns a dossier's local names into what commands want: global ids of entities, and sources written out in full.
import type { SourceRef } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId, SourceId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { sourceId, type SourceDescription } from '../../domain/source.js';
import { readUrl } from '../../domain/text.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { DossierDocument, DossierEntity } from './shape.js';
import { nearestKey } from '../nearest-key.js';
import { ACTOR_KINDS } from '../vocabulary/predicate-entry.js';
import type { YamlPath } from '../yaml-document.js';

export type ReportPath = (message: string, path: YamlPath, part?: 'key' | 'value') => void;

/** The id under which a dossier's entity is known everywhere. */
export const dossierEntityId = (dossier: string, key: string): EntityId => `entity:${dossier}/${key}`;

/** What `read` gives; where it refuses, the refusal is reported in its place and the result is undefined. */
export function attempt<T>(read: () => T, path: YamlPath, report: ReportPath): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    report(error.message, [...path, ...(error.place.field ?? [])]);
    return undefined;
  }
}

/** Looks up local keys of one dossier; a key that is not there is reported with the nearest one. */
export class DossierReferences {
  private readonly entities: ReadonlyMap<string, DossierEntity>;
  private readonly sources = new Map<string, SourceRef>();
  /** Looking for the nearest key takes time, and nobody reads more of such advice. */
  private adviceLeft = 50;

  constructor(
    private readonly document: DossierDocument,
    private readonly report: ReportPath,
  ) {
    this.entities = new Map(Object.entries(document.entities ?? {}));
    for (const key of Object.keys(document.sources ?? {})) this.sources.set(key, this.readSource(key));
  }

  /** @param kinds checked where the entity is the dossier's own; nobody can tell of another's until it is recorded. */
  entity(name: string, path: YamlPath, kinds?: readonly EntityKind[]): EntityId {
    if (name.startsWith('entity:')) return name;
    const entity = this.entities.get(name);
    if (!entity) this.reportUnknown('entity', name, this.entities, path);
    else if (kinds && !kinds.includes(entity.kind)) {
      this.report(`"${name}" is of kind ${entity.kind}; here may stand ${kinds.join(', ')}.`, path);
    }
    return entity?.id ?? dossierEntityId(this.document.id, name);
  }

  source(name: string, path: YamlPath): SourceRef {
    if (name.startsWith('source:')) return { id: name };
    const source = this.sources.get(name);
    if (!source) this.reportUnknown('source', name, this.sources, path);
    return source ?? {};
  }

  /** A source of the dossier with its party's global id, or null where there is none of that key. */
  describedSource(key: string): SourceDescription | null {
    return this.sources.get(key)?.new ?? null;
  }

  saysWhetherHeld(name: string): boolean {
    const { sources = {} } = this.document;
    return Object.hasOwn(sources, name) && sources[name]?.held !== undefined;
  }

  sourceId(name: string, path: YamlPath): SourceId {
    const { id, new: described } = this.source(name, path);
    if (id !== undefined || !described) return id ?? '';
    const url = attempt(() => described.url && readUrl(described.url, ['url']), path, this.report);
    return sourceId({ ...described, ...(url === undefined ? {} : { url }) });
  }

  private readSource(key: string): SourceRef {
    const given = this.document.sources?.[key];
    if (!given) return {};
    const { held: _held, ...source } = given;
    const path = ['sources', key];
    attempt(() => readTimeSpan(source.publishedAt, ['publishedAt']), path, this.report);
    if (source.url !== undefined) attempt(() => readUrl(source.url ?? '', ['url']), path, this.report);
    if (source.party === undefined) return { new: source };
    return { new: { ...source, party: this.entity(source.party, [...path, 'party'], ACTOR_KINDS) } };
  }

  private reportUnknown(what: string, name: string, known: ReadonlyMap<string, unknown>, path: YamlPath) {
    this.adviceLeft -= 1;
    const near = this.adviceLeft < 0 ? undefined : nearestKey(name, [...known.keys()]);
    const advice = near === undefined ? 'add it, or name another.' : `did you mean "${near}"?`;
    this.report(`There is no ${what} "${name}" in this dossier: ${advice}`, path);
  }
}
