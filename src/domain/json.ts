// Values as they come out of JSON, before anybody knows what they are.

/** An object of JSON: neither null nor a list. Its members are still to be looked at. */
export type JsonObject = { readonly [member: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
