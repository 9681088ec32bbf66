// FollowTheMoney's own model as a judge: which schemata and properties there are, and what a reference may point at.
import { defaultModel, Model } from '@alephdata/followthemoney';

export interface OutEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** What its model finds wrong with entities, in words; none where all is right. */
export function objectionsTo(entities: readonly OutEntity[]): string[] {
  const model = new Model(defaultModel);
  const schemata = new Map(entities.map(({ id, schema }) => [id, schema]));
  return entities.flatMap(({ id, schema, properties }) => {
    const known = model.schemata[schema];
    if (!known) return [`${id}: no schema ${schema}`];
    if (known.abstract) return [`${id}: schema ${schema} is abstract`];
    return Object.entries(properties).flatMap(([name, values]) => {
      if (!known.hasProperty(name)) return [`${schema} has no property ${name}`];
      const property = known.getProperty(name);
      if (property.type.name !== 'entity') return [];
      const range = property.hasRange ? property.getRange().name : 'Thing';
      return values.flatMap(value => {
        const other = model.schemata[schemata.get(value) ?? ''];
        if (!other) return [`${schema}.${name} of ${id} names ${value}, which is not there`];
        return other.isA(range) ? [] : [`${schema}.${name} takes a ${range}, not a ${other.name}`];
      });
    });
  });
}
