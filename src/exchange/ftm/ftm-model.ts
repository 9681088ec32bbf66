// FollowTheMoney's own model: which schemata have which properties, and what a reference may point at.
import { defaultModel, Model } from '@alephdata/followthemoney';

export class FtmModel {
  private readonly model = new Model(defaultModel);

  /** Whether a schema has a property that holds a text. */
  hasText(schema: string, property: string): boolean {
    const found = this.property(schema, property);
    return found !== null && found.type.name !== 'entity';
  }

  /** Whether a property of a schema may point at a record of another schema. */
  mayPoint(schema: string, property: string, at: string): boolean {
    const found = this.property(schema, property);
    if (found?.type.name !== 'entity') return false;
    return !found.hasRange || this.model.schemata[at]?.isA(found.getRange()) === true;
  }

  private property(schema: string, property: string) {
    const known = this.model.schemata[schema];
    return known?.hasProperty(property) === true ? known.getProperty(property) : null;
  }
}
