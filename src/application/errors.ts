/** Somebody else wrote first: load and decide again. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError';
}

/** This operation was applied before. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError';
}

/** The messenger cannot be reached right now, so it is not known who somebody is. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Nothing was saved, and that is certain. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
}

/** Saved or not: storage did not say, and reading it again did not tell either. */
export class UncertainError extends Error {
  override readonly name = 'UncertainError';
}
