// Admission: decides whether an operation may run. Every way into the API asks it: routes, WebSockets and the fast route.
import {
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Scheduler } from '../../graph/work/scheduler.js';
import { refuseForbidden } from './operation-scope.js';
import type { Scope } from '../auth/scope.js';
import type { RequestContext } from './context.js';
import { OperationWork, type WorkMost } from './operation-work.js';
import type { RateLimit } from './rate-limit.js';
import { lengthOf, lengthOfDefault, type Length } from './given-items.js';
import { refuseCostly } from './request-cost.js';
import type { Limits } from './request-limits.js';

/** A valid operation of a document, and what it is asked with. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they came. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Pick<RequestContext, 'scope' | 'by'>;
}

/** Throws a GraphQLError where an operation may not run. */
export type OperationCheck = (asked: AskedOperation) => void;

/** What stays true of an operation, however often it is asked. */
interface Known {
  readonly scopes: Set<Scope>;
  /** The variables that may set lengths, by name, with the length of their default. */
  readonly lengths: ReadonlyMap<string, Length>;
  /** Lengths for which the cost was found to be within the limits. */
  readonly cheap: Set<string>;
}

const MOST_LENGTHS = 1000;
/** Types of variables that hold neither lists nor lengths. */
const SCALARS: ReadonlySet<string> = new Set(['ID', 'String', 'Boolean', 'Float']);

export class Admission {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(
    private readonly limits: Limits,
    private readonly scheduler: Scheduler,
    private readonly rates: RateLimit,
    private readonly checks: readonly OperationCheck[] = [],
  ) {}

  /**
   * Lets an operation in: its work begins.
   * @throws GraphQLError with code FORBIDDEN, QUERY_TOO_COSTLY, INVALID_INPUT (too long a page) or RATE_LIMITED.
   */
  admit(asked: AskedOperation): OperationWork {
    this.refuse(asked);
    return this.workFor([asked.context.by]);
  }

  /** The work of what is done once for all who were let in with it: they share what it costs. */
  workFor(callers: readonly string[], most: WorkMost = this.limits): OperationWork {
    return new OperationWork(most, this.scheduler, steps => {
      for (const caller of callers) this.rates.charge(caller, steps / callers.length);
    });
  }

  /** The same for what needs no work any more. */
  refuse(asked: AskedOperation): void {
    const known = this.knownOf(asked);
    const { schema, document, operation, context } = asked;
    if (!known.scopes.has(context.scope)) {
      refuseForbidden(schema, document, operation, context.scope);
      known.scopes.add(context.scope);
    }
    this.refuseCostly(asked, known);
    for (const check of this.checks) check(asked);
    this.rates.refuse(context.by);
  }

  private refuseCostly({ schema, document, operation, variables }: AskedOperation, known: Known): void {
    const lengths: Record<string, Length> = {};
    for (const [name, otherwise] of known.lengths) {
      const given = variables[name];
      lengths[name] = given === undefined ? otherwise : lengthOf(given);
    }
    const key = JSON.stringify(lengths);
    if (known.cheap.has(key)) return;
    refuseCostly(schema, document, operation, lengths, this.limits);
    if (known.cheap.size >= MOST_LENGTHS) known.cheap.clear();
    known.cheap.add(key);
  }

  private knownOf({ document, operation }: AskedOperation): Known {
    let known = this.known.get(operation);
    if (!known) {
      known = { scopes: new Set(), lengths: lengthsOf(document, operation), cheap: new Set() };
      this.known.set(operation, known);
    }
    return known;
  }
}

/** The variables that are numbers and arguments of fields themselves, and those that may hold lists. */
function lengthsOf(document: DocumentNode, operation: OperationDefinitionNode): ReadonlyMap<string, Length> {
  const names = new Set<string>();
  visit(document, {
    Field: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const mayTell = ({ variable, type }: VariableDefinitionNode): boolean => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    if (named.kind === Kind.LIST_TYPE) return true;
    return named.name.value === 'Int' ? names.has(variable.name.value) : !SCALARS.has(named.name.value);
  };
  const telling = (operation.variableDefinitions ?? []).filter(mayTell);
  return new Map(telling.map(definition => [definition.variable.name.value, lengthOfDefault(definition)]));
}
