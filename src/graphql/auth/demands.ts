// The decorator by which a field of the API says which scope it demands.
import { Extensions } from 'type-graphql';
import type { Scope } from './scope.js';

/** Declares, beside a mutation, the scope that it demands. */
export const Demands = (scope: Scope): MethodDecorator => Extensions({ scope });
