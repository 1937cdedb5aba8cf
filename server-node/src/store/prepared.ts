import type { Compilable, CompiledQuery } from 'kysely';

/** Stands for a value that is known only when the query runs. */
class Hole {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export type Prepared<Values, Row> = (values: Values) => CompiledQuery<Row>;

/**
 * Builds and compiles a query at its first use only: on a hot path Kysely's compiler would cost more than the query.
 * `build` sees holes instead of values, so it must hand them on without looking at them.
 */
export function prepared<Values extends object, Row>(
  build: (values: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  let template: CompiledQuery<Row> | undefined;
  return (values) => {
    template ??= build(holes<Values>()).compile();
    return { ...template, parameters: template.parameters.map((parameter) => filled(parameter, values)) };
  };
}

/** Named one by one, since a row of holes cannot be spread. */
export function pick<Row extends object, Name extends keyof Row>(
  row: Row,
  names: readonly Name[],
): Pick<Row, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
}

function holes<Values extends object>(): Values {
  return new Proxy({}, { get: (_target, name) => new Hole(String(name)) }) as Values;
}

function filled(parameter: unknown, values: object): unknown {
  return parameter instanceof Hole ? values[parameter.name as keyof typeof values] : parameter;
}
