import type { Json } from './records.ts';
import type { World } from './world.ts';

/** One section of the configuration, e.g. `ServiceSettings`; it is the stored object, not a copy. */
export function configSection(world: World, name: string): Json {
  const section = world.config[name];
  if (typeof section !== 'object' || section === null) {
    throw new Error(`The configuration of the stand-in has no section ${name}.`);
  }
  return section as Json;
}

export const serviceSetting = (world: World, name: string): unknown =>
  configSection(world, 'ServiceSettings')[name];
