// JSON pointers (RFC 6901): how every room names a value of a declaration.

/** `/a~1b/0` from `['a/b', 0]`. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `['a/b', '0']` from `/a~1b/0`. */
export function fromPointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a child. */
export function below(pointer: string, step: string | number): string {
  return pointer + toPointer([step]);
}
