/** Settings of a process that loads a module of this folder before its own. */
export const preload = (name: 'moved-clock' | 'small-disk', env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  NODE_OPTIONS: `--import=${new URL(`${name}.ts`, import.meta.url).href}`,
});
