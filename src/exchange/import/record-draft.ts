// What one record of a data set becomes: commands in order, and words for what the graph will not hold. For formats of others.
import type { AddEntity, AddName, AttachSource, Command, MakeClaim } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { ClaimId, EntityId } from '../../domain/ids.js';
import { normalized } from '../../domain/marks.js';
import { claimMadeBy } from '../../domain/proposition.js';
import { InvalidInput } from '../../domain/refusal.js';
import { readText, readUrl, TEXT_LIMITS, withoutUnshowable, type TextLimit } from '../../domain/text.js';
import type { Vocabulary } from '../../domain/vocabulary.js';

/** Who says a claim, and on whose word. */
export type Says = Omit<AttachSource, 'type' | 'claim'>;
export type ClaimWanted = Omit<MakeClaim, 'type'>;

export class RecordDraft {
  readonly commands: Command[] = [];
  /** False while an entity was only referred to. */
  private readonly added = new Map<EntityId, boolean>();
  private readonly lostThings = new Set<string>();

  constructor(readonly vocabulary: Vocabulary) {}

  /** Each once, however often it was lost. */
  get lost(): readonly string[] {
    return [...this.lostThings];
  }

  lose(what: string): void {
    this.lostThings.add(what);
  }

  /** Adds an entity, unless this record did already; in earnest also after it was only referred to. */
  entity(command: Omit<AddEntity, 'type' | 'spelledOtherwise'> & { readonly id: EntityId }): EntityId {
    const { id, provisional } = command;
    if (this.added.get(id) !== true && !(provisional && this.added.has(id))) {
      this.added.set(id, !provisional);
      this.commands.push(
        { type: 'AddEntity', ...command, spelledOtherwise: true },
        ...namesLikeLabel(command),
      );
    }
    return command.id;
  }

  /** A claim and all who say it. @throws InvalidInput where it does not fit its predicate. */
  claim(wanted: ClaimWanted, said: readonly Says[]): ClaimId {
    const made: MakeClaim = { type: 'MakeClaim', ...wanted };
    const { id: claim } = claimMadeBy(made, this.vocabulary.getPredicate(made.predicate));
    this.commands.push(made, ...said.map((says): AttachSource => ({ type: 'AttachSource', claim, ...says })));
    return claim;
  }

  /** A claim where its value fits; else `what` is lost. For details that are not worth the whole record. */
  claimIfFit(wanted: ClaimWanted, said: readonly Says[], what: string): void {
    this.orLose(() => this.claim(wanted, said), what);
  }

  /** A text where it can be kept; else `what` is lost. */
  text(text: string, limit: TextLimit, what: string): string | undefined {
    return this.orLose(() => readText(text, limit, [what]), what);
  }

  /** A text without what cannot be shown, as far as the limit goes; what lies beyond is lost. Undefined where nothing is left. */
  beginning(text: string, limit: TextLimit, what: string): string | undefined {
    const shown = normalized(withoutUnshowable(text), [what]).trim();
    const most = TEXT_LIMITS[limit];
    if (shown.length > most) this.lose(`${what} beyond ${most} characters`);
    // The cut may go through a surrogate pair.
    const kept = withoutUnshowable(shown.slice(0, most)).trim();
    return kept === '' ? undefined : kept;
  }

  /** An http(s) address; else `what` is lost. */
  url(text: string, what: string): string | undefined {
    return this.orLose(() => readUrl(text, [what]), what);
  }

  /** Whether a predicate may join entities of these kinds. */
  joins(predicate: string, subject: EntityKind, object?: EntityKind): boolean {
    const { subjectKinds, objectKinds } = this.vocabulary.getPredicate(predicate);
    return subjectKinds.includes(subject) && (object === undefined || objectKinds.includes(object));
  }

  private orLose<T>(attempt: () => T, what: string): T | undefined {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      this.lose(`${what} that cannot be kept`);
      return undefined;
    }
  }
}

/** Names with the text of the label, in further languages: adding an entity takes but one of them. */
function namesLikeLabel({ id, label, names = [] }: Omit<AddEntity, 'type'>): AddName[] {
  const [, ...further] = names.filter(({ text }) => textAlone(text) === textAlone(label));
  return further.flatMap(name =>
    id === undefined || name.language === undefined ? [] : [{ type: 'AddName', entity: id, name }],
  );
}

const textAlone = (text: string): string => normalized(text, ['name']).trim();
