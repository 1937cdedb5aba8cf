/** Every method of the registry takes its arguments in a row, or one object that names them. */
export function positional(names: readonly string[], args: readonly unknown[]): unknown[] {
  const [first] = args;
  const isNamed =
    args.length === 1 &&
    typeof first === 'object' &&
    first !== null &&
    Object.keys(first).some((key) => names.includes(key));
  return isNamed ? names.map((name) => (first as Record<string, unknown>)[name]) : [...args];
}
