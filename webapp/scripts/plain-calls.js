/**
 * Has webpack write `module.act()` in place of `(0, module.act)()` for what is imported. The longer form keeps `this`
 * undefined, and no function that we import reads it. Where another webpack knows no `directImport`, nothing changes.
 */
export const plainCalls = {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.compilation.tap('PlainCalls', ({ hooks }) =>
      hooks.finishModules.tap('PlainCalls', (modules) => {
        for (const { dependencies } of modules)
          for (const dependency of dependencies)
            if (dependency.call === true && dependency.directImport === true) dependency.directImport = false;
      }),
    );
  },
};
