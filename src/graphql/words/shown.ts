// Decorators for fields that are plain getters: they run without a resolver.
import { Field } from 'type-graphql';

type TypeThunk = () => object;
type GetterDecorator = (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor) => void;

/** Shows a getter as a field that is never null. */
export const Shown = (type: TypeThunk, description: string): GetterDecorator =>
  show(type, description, false);

/** Shows a getter as a field that may be null. */
export const ShownOrNull = (type: TypeThunk, description: string): GetterDecorator =>
  show(type, description, true);

// The descriptor is kept back: given it, type-graphql would call each getter through a resolver with checks of its own.
const show =
  (type: TypeThunk, description: string, nullable: boolean): GetterDecorator =>
  (prototype, name) =>
    Field(type, { description, nullable, simple: true })(prototype, name);
