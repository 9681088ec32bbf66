// Popolo as an import format (https://www.popoloproject.com/specs/): a JSON document of persons, organizations and what joins them.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ImportedItem, Importer } from '../import/importer.js';
import { RecordDraft, type Says } from '../import/record-draft.js';
import { readJsonInput } from '../json/json-input.js';
import { describe } from './popolo-details.js';
import { addEntity, PopoloEntities, type PopoloKnown } from './popolo-entities.js';
import { idOf } from './popolo-members.js';
import { CLASSES, popoloDocument, type PopoloRecord } from './popolo-record.js';
import { joinMember, namedBy, referenceMembers, relate } from './popolo-relations.js';
import { saysOf } from './popolo-sources.js';

/** The document is read as a whole, since its parts name each other. */
export function popoloImporter(vocabulary: Vocabulary): Importer {
  return {
    name: 'popolo',
    async *read(input) {
      const { name: file } = input;
      const json = await readJsonInput(input);
      const document = popoloDocument(json.data);
      if (!document) {
        const expected =
          'an object with `persons`, `organizations` or `memberships`, or one such record, is expected';
        throw new InvalidInput(`${file}, line 1: this JSON is no Popolo: ${expected}.`, { file, line: 1 });
      }
      const records = document.reads.filter(read => 'class' in read);
      const run = new PopoloRun(vocabulary, records, titleOf(file));
      let { lost } = document;
      for (const read of document.reads) {
        const place = json.placeOf(read.path);
        if ('problem' in read) yield { place, problem: read.problem };
        if ('skipped' in read) yield { place, skipped: read.skipped };
      }
      for (const kind of CLASSES) {
        for (const record of run.parentsFirst(records.filter(one => one.class === kind))) {
          yield run.item(record, json.placeOf(record.path), lost);
          lost = [];
        }
      }
    },
  };
}

/** `israel` of `/data/israel.popolo.json.gz`. */
const titleOf = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/(\.(gz|json|popolo))+$/i, '') || name;

const DEEPEST = 500;

class PopoloRun {
  private readonly entities: PopoloEntities;
  private readonly out = new Set<string>();

  constructor(
    private readonly vocabulary: Vocabulary,
    records: readonly PopoloRecord[],
    private readonly title: string,
  ) {
    this.entities = new PopoloEntities(records, title);
  }

  /** Those that others of their class name come before these, but for rings and very long lines. */
  parentsFirst(records: readonly PopoloRecord[]): readonly PopoloRecord[] {
    const ordered = new Set<PopoloRecord>();
    const begun = new Set<PopoloRecord>();
    const add = (record: PopoloRecord, depth: number): void => {
      if (begun.has(record)) return;
      begun.add(record);
      for (const parent of this.named(record))
        if (parent.class === record.class && depth < DEEPEST) add(parent, depth + 1);
      ordered.add(record);
    };
    for (const record of records) add(record, 0);
    return [...ordered];
  }

  private named(record: PopoloRecord): readonly PopoloRecord[] {
    const known =
      record.class === 'membership'
        ? undefined
        : this.entities.find(record.class, idOf(record.members) ?? '');
    return known ? namedBy(known, this.entities).map(other => other.record) : [];
  }

  item(record: PopoloRecord, place: ImportedItem['place'], lost: readonly string[]): ImportedItem {
    const draft = new RecordDraft(this.vocabulary);
    for (const what of lost) draft.lose(what);
    try {
      const says = saysOf(record.members, this.title, draft);
      if (record.class === 'membership') joinMember(record.members, this.entities, says, draft);
      else this.entity(record, says, draft);
      return { place, commands: draft.commands, lost: draft.lost };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { place, problem: error.message };
    }
  }

  private entity(record: PopoloRecord, says: readonly Says[], draft: RecordDraft): void {
    const known = this.entities.find(record.class, idOf(record.members) ?? '');
    if (!known) throw new InvalidInput(`A ${record.class} without \`id\`: nothing can name it; give it one.`);
    // The same record may come again within others, with more details.
    const here: PopoloKnown = { ...known, record };
    for (const other of namedBy(here, this.entities)) if (!this.out.has(other.id)) addEntity(other, draft);
    addEntity(here, draft);
    this.out.add(known.id);
    describe(here, referenceMembers(record.class), says, draft);
    relate(here, this.entities, says, draft);
  }
}
