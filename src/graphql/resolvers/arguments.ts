// Arguments that many fields take, described once.

export const VIEW = {
  nullable: true,
  description: 'The lens; everything below this field is seen through it.',
};

export const PREDICATES = {
  nullable: true,
  description: 'Only claims by these predicates; all unless given, none if empty. An unknown one is refused.',
};
