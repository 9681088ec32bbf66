// What one record is read within: the mapping, the kinds, and what is gathered on the way (entities referred to, what is lost).
import type { AddEntity } from '../../domain/command.js';
import type { EntityId } from '../../domain/ids.js';
import { normalized } from '../../domain/marks.js';
import { TEXT_LIMITS, withoutUnshowable, type TextLimit } from '../../domain/text.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { entityOf, type KnownKinds } from './known-kinds.js';
import type { WikibaseMapping } from './wikibase-mapping.js';

export const addressOf = (id: string): string => `https://www.wikidata.org/entity/${id}`;

export class StatementScope {
  readonly lost: string[] = [];
  private readonly referred = new Map<string, AddEntity>();

  constructor(
    readonly mapping: WikibaseMapping,
    readonly vocabulary: Vocabulary,
    readonly kinds: KnownKinds,
  ) {}

  /** Those that are in neither the file nor the graph, in the order they were met. */
  get stubs(): readonly AddEntity[] {
    return [...this.referred.values()];
  }

  /** The entity of an id, added as one that is only referred to where it has no record of its own. */
  entity(id: string): EntityId {
    if (!this.kinds.isKnown(id) && !this.referred.has(id)) {
      this.referred.set(id, {
        type: 'AddEntity',
        id: entityOf(id),
        kind: this.kinds.of(id),
        label: this.mapping.properties.get(id)?.word ?? id,
        sameAs: [addressOf(id)],
        provisional: true,
      });
    }
    return entityOf(id);
  }

  word(property: string): string {
    const { properties, qualifiers } = this.mapping;
    return properties.get(property)?.word ?? qualifiers.get(property)?.replaceAll('_', ' ') ?? property;
  }

  /** `position held (P39)` */
  named(property: string): string {
    const word = this.word(property);
    return word === property ? word : `${word} (${property})`;
  }

  /** The text as it can be kept, or undefined; what cannot is named as lost. */
  kept(text: string, limit: TextLimit, what: string): string | undefined {
    const shown = withoutUnshowable(text);
    if (shown !== text) this.lost.push(`invisible characters in ${what}`);
    const kept = normalized(shown, [what]).trim();
    if (kept === '') this.lost.push(`${what} that is empty`);
    else if (kept.length > TEXT_LIMITS[limit])
      this.lost.push(`${what} of more than ${TEXT_LIMITS[limit]} characters`);
    else return kept;
    return undefined;
  }
}
