import type { Stats, StatsModule } from 'webpack';

/** @returns every file that really went in: what tree shaking left out needs no notice */
export function filesOf(stats: Stats): string[] {
  const { modules = [] } = stats.toJson({
    all: false,
    modules: true,
    nestedModules: true,
    ids: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
  });
  return [...new Set(namesOf(modules))].sort();
}

const namesOf = (modules: readonly StatsModule[]): string[] =>
  modules.flatMap(({ nameForCondition, modules: nested = [] }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...namesOf(nested),
  ]);
