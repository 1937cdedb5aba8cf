const GO_NAME = Symbol('goName');

/**
 * Remembers under which Go type a value stood in an interface slot, so that a post's attachments can be sent back as
 * they came. Invisible to `JSON.stringify`, spread keeps it.
 */
export function withGoName<T extends object>(value: T, name: string): T {
  Object.defineProperty(value, GO_NAME, { value: name, enumerable: !Array.isArray(value) });
  return value;
}

export function goNameOf(value: object): string | undefined {
  return (value as { [GO_NAME]?: string })[GO_NAME];
}
