// A query that Apollo has read, judged and answered once, compiled so that it can be answered again without it.
import {
  getVariableValues,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { refuseForbidden } from '../auth-operation.js';
import type { Scope } from '../auth-scope.js';
import type { RequestContext } from '../context.js';
import { refuseCostly } from '../request-cost.js';
import type { Limits } from '../request-limits.js';
import { OddRead, ReadRun } from './read-run.js';
import { ReadWriter } from './read-writer.js';
import { Selections, type Variables } from './selected-fields.js';
import type { TextBudget } from './written-texts.js';

/** What clients really ask for varies by a few conditions at most. */
const VARIANTS_KEPT = 16;
const COSTS_KEPT = 1000;

interface Variant {
  readonly write: (value: unknown, run: ReadRun) => string;
  readonly restsOnJournal: boolean;
}

export class CompiledRead {
  private readonly variants = new Map<string, Variant>();
  private readonly scopes = new Set<Scope>();
  /** Values of the variables that lists take their lengths from, for which the cost was found to be within the limits. */
  private readonly costs = new Set<string>();
  private cheap: boolean | null = null;
  private readonly conditions: readonly string[];
  private readonly lengths: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly limits: Limits,
    private readonly budget: TextBudget,
  ) {
    this.conditions = variablesIn(document, 'Directive');
    this.lengths = variablesIn(document, 'Field');
  }

  /**
   * The whole answer as JSON, `data` around it.
   * @throws anything where all is not well: Apollo must run it then, and says what is wrong.
   */
  answer(
    context: RequestContext,
    given: Variables,
  ): { text: string | Promise<string>; restsOnJournal: boolean } {
    const variables = this.read(given);
    this.admit(context.scope, variables);
    const { write, restsOnJournal } = this.variant(variables);
    const run = new ReadRun(context, variables);
    const text = `{"data":${write({}, run)}}\n`;
    return { text: run.complete(text), restsOnJournal };
  }

  private read(given: Variables): Variables {
    const definitions = this.operation.variableDefinitions ?? [];
    if (definitions.length === 0) return {};
    const { coerced } = getVariableValues(this.schema, definitions, given);
    if (!coerced) throw new OddRead('variables that do not fit');
    return coerced;
  }

  /** What Apollo asks before it runs an operation, of variables with their defaults; what does not depend on them was asked when it was let in. */
  private admit(scope: Scope, variables: Variables): void {
    const { schema, document, operation, limits } = this;
    if (!this.scopes.has(scope)) {
      refuseForbidden(schema, document, operation, scope);
      this.scopes.add(scope);
    }
    if (this.lengths.every(name => isOnePage(variables[name], limits)) && this.isCheap) return;
    const lengths = JSON.stringify(this.lengths.map(name => variables[name]));
    if (this.costs.has(lengths)) return;
    refuseCostly(schema, document, operation, variables, limits);
    if (this.costs.size >= COSTS_KEPT) this.costs.clear();
    this.costs.add(lengths);
  }

  /** Whether it stays within the limits with the longest pages that there are: cost grows with each length. */
  private get isCheap(): boolean {
    if (this.cheap === null) {
      const { schema, document, operation, limits } = this;
      const longest = Object.fromEntries(this.lengths.map(name => [name, limits.pageRows]));
      try {
        refuseCostly(schema, document, operation, longest, limits);
        this.cheap = true;
      } catch {
        this.cheap = false;
      }
    }
    return this.cheap;
  }

  private variant(variables: Variables): Variant {
    const key = this.conditions.map(name => String(variables[name])).join();
    const known = this.variants.get(key);
    if (known) return known;
    if (this.variants.size >= VARIANTS_KEPT) throw new OddRead('too many conditions');
    const { schema, document, operation } = this;
    const query = schema.getQueryType();
    if (!query) throw new OddRead('no queries');
    const writer = new ReadWriter(schema, new Selections(schema, document, variables), this.budget);
    const write = writer.root(query, operation.selectionSet);
    const variant = { write, restsOnJournal: writer.restsOnJournal };
    this.variants.set(key, variant);
    return variant;
  }
}

/** What is no number sets no length. */
const isOnePage = (value: unknown, { pageRows }: Limits): boolean =>
  typeof value !== 'number' || value <= pageRows;

/** Names of the variables in the arguments of fields or of directives, each once. */
function variablesIn(document: DocumentNode, of: 'Field' | 'Directive'): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    [of]: (node: { readonly arguments?: readonly { readonly value: unknown }[] }) => {
      for (const { value } of node.arguments ?? []) {
        const { kind, name } = value as { kind: string; name?: { value: string } };
        if (kind === 'Variable' && name) names.add(name.value);
      }
    },
  });
  return [...names];
}
