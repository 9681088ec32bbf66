// The claim of a statement: under the predicate that its property is mapped to where both ends fit, else under the property itself.
import type { Qualifier } from '../../domain/claim.js';
import type { MakeClaim } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { Predicate } from '../../domain/vocabulary.js';
import type { StatementScope } from './scope.js';
import type { Snak, SnakValue } from './snak.js';
import type { StatementQualifiers } from './statement-qualifiers.js';

type ClaimDraft = Pick<MakeClaim, 'subject' | 'predicate' | 'object' | 'value' | 'unknown'> & {
  readonly qualifiers: readonly Qualifier[];
};

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
/** What EDTF lets be marked as approximate. */
const PLAIN_DATE = /^-?\d{4}(-\d\d){0,2}$/;

export function statementClaim(
  scope: StatementScope,
  subject: string,
  snak: Snak,
  { validTime, qualifiers, approximate }: StatementQualifiers,
): MakeClaim {
  const draft = new StatementClaim(scope, subject, snak).draft(approximate);
  return {
    type: 'MakeClaim',
    ...draft,
    ...(validTime === undefined ? {} : { validTime }),
    qualifiers: [...draft.qualifiers, ...qualifiers],
  };
}

class StatementClaim {
  private readonly subject: string;
  private readonly subjectKind: EntityKind;

  constructor(
    private readonly scope: StatementScope,
    subjectId: string,
    private readonly snak: Snak,
  ) {
    this.subject = scope.entity(subjectId);
    this.subjectKind = scope.kinds.of(subjectId);
  }

  draft(approximate: boolean): ClaimDraft {
    const { value, unknown } = this.snak;
    if (value === null) return this.unknown(unknown ?? 'SOME_VALUE');
    switch (value.type) {
      case 'ENTITY':
        return this.entity(value.id);
      case 'TIME':
        return this.time(value.time, approximate);
      case 'QUANTITY':
        return this.quantity(value);
      case 'PLACE':
        return this.coordinate(value);
      case 'TEXT':
        return this.text(value);
    }
  }

  /** The predicate of the property, where it takes such a value and starts from such a subject. */
  private mapped(valueType: Predicate['valueType'], object?: EntityKind): Predicate | undefined {
    const mapped = this.scope.mapping.properties.get(this.snak.property);
    const id = this.isIdentifier() ? 'identified_by' : mapped?.predicate;
    const predicate = id === undefined ? null : this.scope.vocabulary.findPredicate(id);
    if (!predicate || predicate.valueType !== valueType) return undefined;
    if (
      object === undefined &&
      (mapped?.turned === true || !predicate.subjectKinds.includes(this.subjectKind))
    ) {
      return undefined;
    }
    if (object === undefined) return predicate;
    const [from, to] = mapped?.turned === true ? [object, this.subjectKind] : [this.subjectKind, object];
    return predicate.subjectKinds.includes(from) && predicate.objectKinds.includes(to)
      ? predicate
      : undefined;
  }

  private isIdentifier(): boolean {
    const { property, datatype } = this.snak;
    return datatype === 'external-id' || this.scope.mapping.properties.get(property)?.scheme !== undefined;
  }

  /** Qualifiers that the mapping gives, and the scheme of an identifier. */
  private fixed(): Qualifier[] {
    const mapped = this.scope.mapping.properties.get(this.snak.property);
    const scheme = this.isIdentifier()
      ? [{ name: 'scheme', value: mapped?.scheme ?? this.snak.property }]
      : [];
    return [...(mapped?.qualifiers ?? []), ...scheme];
  }

  /** Under a predicate for what no other says, with the property as a qualifier. */
  private plain(predicate: string, rest: Omit<Partial<ClaimDraft>, 'predicate'>): ClaimDraft {
    const property = { name: 'property', entity: this.scope.entity(this.snak.property) };
    const { subject } = this;
    return { subject, predicate, ...rest, qualifiers: [property, ...(rest.qualifiers ?? [])] };
  }

  private under(predicate: Predicate, rest: Omit<Partial<ClaimDraft>, 'predicate'>): ClaimDraft {
    const { subject } = this;
    return {
      subject,
      predicate: predicate.id,
      ...rest,
      qualifiers: [...this.fixed(), ...(rest.qualifiers ?? [])],
    };
  }

  private unknown(unknown: NonNullable<MakeClaim['unknown']>): ClaimDraft {
    const mapped =
      this.mapped(undefined) ?? this.mapped('TEXT') ?? this.mapped('DATE') ?? this.mapped('NUMBER');
    return mapped ? this.under(mapped, { unknown }) : this.plain('has_property', { unknown });
  }

  private entity(id: string): ClaimDraft {
    const { mapping, kinds } = this.scope;
    const { values, turned = false } = mapping.properties.get(this.snak.property) ?? {};
    const text = values?.get(id);
    const worded = text === undefined ? undefined : this.mapped('TEXT');
    if (worded && text !== undefined) return this.under(worded, { value: text });
    const object = this.scope.entity(id);
    // A state's country is itself; a claim joins two entities.
    if (object === this.subject) return this.plain('has_property', { value: id });
    const predicate = this.mapped(undefined, kinds.of(id));
    if (!predicate) return this.plain('has_entity', { object });
    return this.under(predicate, turned ? { subject: object, object: this.subject } : { object });
  }

  private time(
    { edtf, written }: Extract<SnakValue, { type: 'TIME' }>['time'],
    approximate: boolean,
  ): ClaimDraft {
    if (edtf === null) return this.plain('has_property', { value: written });
    const value = approximate && PLAIN_DATE.test(edtf) ? `${edtf}~` : edtf;
    const predicate = this.mapped('DATE');
    return predicate ? this.under(predicate, { value }) : this.plain('has_date', { value });
  }

  private quantity({ amount, unit, lower, upper }: Extract<SnakValue, { type: 'QUANTITY' }>): ClaimDraft {
    const qualifiers: Qualifier[] = [
      ...(unit === undefined ? [] : [{ name: 'unit', entity: this.scope.entity(unit) }]),
      ...(lower === undefined ? [] : [{ name: 'lower_bound', value: lower }]),
      ...(upper === undefined ? [] : [{ name: 'upper_bound', value: upper }]),
    ];
    if (!NUMBER.test(amount)) return this.plain('has_property', { value: amount, qualifiers });
    const predicate = this.mapped('NUMBER');
    if (predicate) return this.under(predicate, { value: amount, qualifiers });
    return this.plain('has_number', { value: amount, qualifiers });
  }

  private coordinate({ text, globe, precision }: Extract<SnakValue, { type: 'PLACE' }>): ClaimDraft {
    const qualifiers: Qualifier[] = [
      ...(globe === undefined ? [] : [{ name: 'globe', entity: this.scope.entity(globe) }]),
      ...(precision === undefined ? [] : [{ name: 'precision', value: precision }]),
    ];
    return this.plain('has_property', { value: text, qualifiers });
  }

  /** What is too long to be kept is refused with the claim, in words. */
  private text({ text, language }: Extract<SnakValue, { type: 'TEXT' }>): ClaimDraft {
    const value = this.scope.kept(text, 'note', `value of ${this.scope.named(this.snak.property)}`) ?? text;
    const qualifiers = language === undefined ? [] : [{ name: 'language', value: language }];
    const predicate = this.mapped('TEXT');
    return predicate
      ? this.under(predicate, { value, qualifiers })
      : this.plain('has_property', { value, qualifiers });
  }
}
