import type { AnyGobType } from './gob-type.ts';
import { shapeOf } from './gob-type.ts';

/** What a field holds that did not arrive: gob leaves zero values out. Each call gives fresh lists and objects. */
export function zeroMaker(type: AnyGobType): () => unknown {
  const shape = shapeOf(type);
  switch (shape.kind) {
    case 'bool':
      return () => false;
    case 'int':
    case 'uint':
    case 'float':
      return () => 0;
    case 'string':
    case 'url':
      return () => '';
    case 'bytes':
      return () => Buffer.alloc(0);
    case 'list':
      return () => [];
    case 'map':
      return () => ({});
    case 'struct':
      return structZero(shape.fields);
    default:
      return () => null;
  }
}

/** Constants are cloned in one go, so that all values of a type share one hidden class. */
function structZero(fields: readonly { name: string; type: AnyGobType }[]): () => Record<string, unknown> {
  let template: Record<string, unknown> | undefined;
  let fresh: [string, () => unknown][] = [];
  return () => {
    if (template === undefined) {
      const makers = fields.map(({ name, type }) => [name, zeroMaker(type)] as [string, () => unknown]);
      fresh = makers.filter(([, make]) => typeof make() === 'object' && make() !== null);
      template = Object.fromEntries(makers.map(([name, make]) => [name, make()]));
    }
    const value = { ...template };
    for (const [name, make] of fresh) value[name] = make();
    return value;
  };
}
