// JSON pointers (RFC 6901): how every room names a value of a declaration.

/** `/a~1b/0` from `['a/b', 0]`. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.reduce<string>(below, '');
}

/** `['a/b', '0']` from `/a~1b/0`. */
export function fromPointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => (step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step));
}

/** The pointer of a child. */
export function below(pointer: string, step: string | number): string {
  return `${pointer}/${typeof step === 'string' && /[~/]/.test(step) ? escaped(step) : step}`;
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
