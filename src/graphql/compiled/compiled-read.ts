// A compiled query: Apollo has parsed, validated and answered it once, so it can be answered again without Apollo.
import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Admission } from '../operation/admission.js';
import type { RequestContext } from '../operation/context.js';
import type { NamedOperation } from '../operation/named-operation.js';
import type { OperationWork } from '../operation/operation-work.js';
import { OddRead, ReadRun, type Admitted } from './read-run.js';
import { ReadWriter } from './read-writer.js';
import { Selections, type Variables } from './selected-fields.js';
import type { TextBudget } from './written-texts.js';

/** Variants of one query by the values of its conditions (`@include`, `@skip`). Real clients use a few at most. */
const VARIANTS_KEPT = 16;

interface Variant {
  readonly write: (value: unknown, run: ReadRun) => string;
  readonly restsOnJournal: boolean;
}

export class CompiledRead {
  /** Also holds variants that cannot be compiled, so they are not tried again. */
  private readonly variants = new Map<string, Variant | OddRead>();
  private readonly conditions: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly admission: Admission,
    private readonly budget: TextBudget,
    /** For logs and metrics. */
    readonly named: NamedOperation,
  ) {
    this.conditions = variablesInDirectives(document);
  }

  /** @throws GraphQLError if the operation may not run; Apollo then reports it. */
  admit(context: RequestContext, variables: Variables): OperationWork {
    const { schema, document, operation } = this;
    return this.admission.admit({ schema, document, operation, variables, context });
  }

  /** The same checks for an answer that is cached: no work is begun. */
  refuse(context: RequestContext, variables: Variables): void {
    const { schema, document, operation } = this;
    this.admission.refuse({ schema, document, operation, variables, context });
  }

  /**
   * The whole answer as JSON, `data` around it, once it was admitted.
   * @throws anything where all is not well: Apollo must run it then, and says what is wrong.
   */
  answer(context: Admitted, given: Variables): { text: string | Promise<string>; restsOnJournal: boolean } {
    const variables = this.read(given);
    const { write, restsOnJournal } = this.variant(variables);
    context.work.look();
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

  private variant(variables: Variables): Variant {
    const key = this.conditions.map(name => String(variables[name])).join();
    let variant = this.variants.get(key);
    if (!variant) {
      if (this.variants.size >= VARIANTS_KEPT) throw new OddRead('too many conditions');
      variant = this.compile(variables);
      this.variants.set(key, variant);
    }
    if (variant instanceof OddRead) throw variant;
    return variant;
  }

  private compile(variables: Variables): Variant | OddRead {
    const { schema, document, operation } = this;
    const query = schema.getQueryType();
    if (!query) throw new OddRead('no queries');
    const writer = new ReadWriter(schema, new Selections(schema, document, variables), this.budget);
    try {
      const write = writer.root(query, operation.selectionSet);
      return { write, restsOnJournal: writer.restsOnJournal };
    } catch (error) {
      if (error instanceof OddRead) return error;
      throw error;
    }
  }
}

/** Names of the variables that conditions hang on, each once. */
function variablesInDirectives(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
