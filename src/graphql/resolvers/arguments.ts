// Arguments that many fields take, described once.

export const VIEW = {
  nullable: true,
  description: 'The lens; everything below this field is seen through it.',
};

export const WALK_FILTER = {
  nullable: true,
  description:
    'Which claims to go along, as in lists; all unless given. `about`, `subject` and `object` are refused here: a walk has its own ends.',
};

export const PREDICATES = {
  nullable: true,
  description: 'Only claims by these predicates; all unless given, none if empty. An unknown one is refused.',
};
