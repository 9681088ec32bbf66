// Reads the parts of a mapping into rules and conditions, reporting in its place whatever could not hold for any row.
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { attempt, type ReportPath } from '../dossier/references.js';
import { nearestKey } from '../nearest-key.js';
import type { YamlPath } from '../yaml-document.js';
import { readCondition, type Condition } from './condition.js';
import type { MappingDocument, RuleMapping, SplitMapping, WhenMapping } from './mapping-shape.js';
import { readRule, type Rule } from './rule.js';

/** Stands in where a rule cannot be read: its mapping is refused anyway. */
const NO_RULE: Rule = { columns: [], outcomes: null, read: () => undefined };
const NEVER: Condition = { columns: [], holds: () => false };

export class MappingCheck {
  /** Every column named so far. */
  readonly columns = new Set<string>();

  constructor(
    private readonly document: MappingDocument,
    private readonly vocabulary: Vocabulary,
    private readonly report: ReportPath,
  ) {}

  /** @param allowed the only texts that will do. */
  rule(mapping: RuleMapping, path: YamlPath, allowed?: readonly string[]): Rule {
    const rule = attempt(() => readRule(mapping), path, this.report) ?? NO_RULE;
    this.use(rule.columns, path);
    if (allowed) {
      for (const outcome of rule.outcomes ?? []) {
        if (allowed.includes(outcome)) continue;
        this.report(`"${outcome.slice(0, 80)}" is none of ${allowed.join(', ')}.`, path);
      }
    }
    return allowed ? only(rule, allowed) : rule;
  }

  ruleOrNull(mapping: RuleMapping | undefined, path: YamlPath, allowed?: readonly string[]): Rule | null {
    return mapping === undefined ? null : this.rule(mapping, path, allowed);
  }

  predicate(mapping: RuleMapping, path: YamlPath): Rule {
    const rule = this.rule(mapping, path);
    for (const id of new Set(rule.outcomes)) {
      attempt(() => this.vocabulary.getPredicate(id, []), path, this.report);
    }
    return rule;
  }

  when(mapping: WhenMapping | undefined, path: YamlPath): Condition {
    const condition = attempt(() => readCondition(mapping), path, this.report) ?? NEVER;
    this.use(condition.columns, path);
    return condition;
  }

  split(mapping: SplitMapping | undefined, path: YamlPath): SplitMapping {
    this.use(Object.keys(mapping ?? {}), path);
    return mapping ?? {};
  }

  /** An entity of this mapping by its key, or any by its global id. */
  entity(name: string, path: YamlPath): string {
    if (!name.startsWith('entity:')) this.key('entity', name, this.document.entities, path);
    return name;
  }

  source(name: string, path: YamlPath): string {
    if (!name.startsWith('source:')) this.key('source', name, this.document.sources, path);
    return name;
  }

  private key(what: string, name: string, known: object | undefined, path: YamlPath): void {
    const keys = Object.keys(known ?? {});
    if (keys.includes(name)) return;
    const near = nearestKey(name, keys);
    const advice = near === undefined ? 'add it, or name another.' : `did you mean "${near}"?`;
    this.report(`There is no ${what} "${name.slice(0, 80)}" in this mapping: ${advice}`, path);
  }

  /** Where the mapping names the columns, there are no others. */
  private use(columns: readonly string[], path: YamlPath): void {
    const { columns: named } = this.document.table;
    for (const column of columns) {
      this.columns.add(column);
      if (!named || named.includes(column)) continue;
      const near = nearestKey(column, named);
      const advice = near === undefined ? `there are ${named.join(', ')}` : `did you mean "${near}"?`;
      this.report(`There is no column "${column.slice(0, 80)}": ${advice}.`.replace('?.', '?'), path);
    }
  }
}

/** The same rule, that refuses all but the texts allowed. */
function only(rule: Rule, allowed: readonly string[]): Rule {
  if (rule.outcomes) return rule;
  return {
    ...rule,
    read: row => {
      const text = rule.read(row);
      if (text === undefined || allowed.includes(text)) return text;
      const field = rule.columns.slice(0, 1);
      throw new InvalidInput(`"${text.slice(0, 80)}" is none of ${allowed.join(', ')}.`, { field });
    },
  };
}
