// Which claims are properties of FollowTheMoney's things, and which are not: the way back from `ftm-property`.
import type { Claim } from '../../../domain/claim.js';
import type { EntityId } from '../../../domain/ids.js';
import type { Lose } from '../../export/exporter.js';
import { codeOf } from '../../import/country.js';
import type { FtmModel } from '../ftm-model.js';
import { propertyMeanings, type PropertyMeaning } from '../ftm-property.js';
import { dateText } from './out-time.js';

/** A value of a thing; `of` is the end of the claim whose property it is. */
export interface OutProperty {
  readonly of: 'SUBJECT' | 'OBJECT';
  readonly property: string;
  readonly text: string;
  /** The text is the id of an entity here. */
  readonly isEntity?: boolean;
}

const REFERENCES: { readonly [predicate: string]: readonly [property: string, of: OutProperty['of']] } = {
  has_address: ['addressEntity', 'SUBJECT'],
  part_of: ['parent', 'SUBJECT'],
  role_in: ['organization', 'SUBJECT'],
  carries_out: ['organizer', 'OBJECT'],
  takes_part_in: ['involved', 'OBJECT'],
};

export class OutProperties {
  private readonly meanings = propertyMeanings();

  constructor(
    private readonly model: FtmModel,
    private readonly schemaOf: (entity: EntityId) => string,
  ) {}

  /** The property that a claim is, or null where it needs a record of its own or cannot be written so. */
  of(claim: Claim, lose: Lose): OutProperty | null {
    const found = this.find(claim, lose);
    return found && this.fits(claim, found) ? found : null;
  }

  /** Not every schema has every property. */
  private fits({ subject, object }: Claim, { of, property, text, isEntity = false }: OutProperty): boolean {
    const schema = this.schemaOf(of === 'OBJECT' ? (object ?? '') : subject);
    return isEntity
      ? this.model.mayPoint(schema, property, this.schemaOf(text))
      : this.model.hasText(schema, property);
  }

  private find(claim: Claim, lose: Lose): OutProperty | null {
    const { predicate, object, value, validTime, qualifiers } = claim;
    if (validTime !== undefined) return null;
    const [first, more] = qualifiers;
    if (more !== undefined) return null;
    if (object !== undefined) return this.reference(predicate, object, claim.subject, first);
    if (value === undefined || !('text' in value)) return null;
    const { text } = value;
    if (first === undefined) return this.plain(predicate, text, lose);
    const name = first.value ?? '';
    const fits = (is: PropertyMeaning['is']): boolean => this.meanings.get(name)?.is === is;
    const known =
      (predicate === 'has_property' && first.name === 'property' && this.isPlain(name)) ||
      (predicate === 'identified_by' && first.name === 'scheme' && fits('IDENTIFIER')) ||
      (predicate === 'reached_at' && first.name === 'channel' && fits('CONTACT'));
    return known ? { of: 'SUBJECT', property: name, text } : null;
  }

  /** Kept under its own name, if only for some kinds of entity. */
  private isPlain(property: string): boolean {
    const meaning = this.meanings.get(property);
    return meaning === undefined || ['VALUE', 'CONTACT', 'COUNTRY'].includes(meaning.is);
  }

  private plain(predicate: string, text: string, lose: Lose): OutProperty | null {
    for (const [property, meaning] of this.meanings) {
      if (meaning.is !== 'VALUE' || meaning.predicate !== predicate) continue;
      const kept = predicate === 'has_gender' ? text : dateText(text, lose);
      return kept === undefined ? null : { of: 'SUBJECT', property, text: kept };
    }
    return null;
  }

  private reference(
    predicate: string,
    object: string,
    subject: string,
    qualifier: Claim['qualifiers'][number] | undefined,
  ): OutProperty | null {
    const code = codeOf(object);
    if (code !== undefined && predicate === 'citizen_of' && !qualifier) {
      return { of: 'SUBJECT', property: 'nationality', text: code };
    }
    if (code !== undefined && predicate === 'has_country') {
      const property = qualifier === undefined ? 'country' : (qualifier.value ?? '');
      const meaning = this.meanings.get(property);
      return meaning?.is === 'COUNTRY' ? { of: 'SUBJECT', property, text: code } : null;
    }
    const found = Object.hasOwn(REFERENCES, predicate) ? REFERENCES[predicate] : undefined;
    if (!found || qualifier) return null;
    const [property, of] = found;
    return { of, property, text: of === 'SUBJECT' ? object : subject, isEntity: true };
  }
}
