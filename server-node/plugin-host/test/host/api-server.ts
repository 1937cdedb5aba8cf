import { ApiError } from '../../src/api/api-error.ts';
import { API_METHODS } from '../../src/api/api-methods.ts';
import { letter } from '../../src/api/method.ts';
import type { PluginApi } from '../../src/api/plugin-api.ts';
import type { AnyGobType } from '../../src/gob/gob-type.ts';
import { emptyStruct, nullable, struct } from '../../src/gob/gob-type.ts';
import { goError, REGISTERED_TYPES } from '../../src/model/registered-types.ts';
import { appError } from '../../src/model/server.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';
import { RpcServer } from '../../src/net-rpc/rpc-server.ts';
import type { ByteStream } from '../../src/yamux/byte-stream.ts';
import { hasRaw, typeOfValue } from './struct-of.ts';

/** What the fake server does for the API methods a test cares about; throw a {@link refusal} to refuse. */
export type ApiAnswers = {
  readonly [Name in keyof PluginApi]?: (
    ...args: Parameters<PluginApi[Name]>
  ) => Awaited<ReturnType<PluginApi[Name]>> | Promise<Awaited<ReturnType<PluginApi[Name]>>>;
};

/** An AppError as Mattermost would answer it. */
export const refusal = (status: number, id: string, message: string) =>
  new ApiError('', { Id: id, Message: message, StatusCode: status });

export interface ApiCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface ApiServerOptions {
  readonly answers: () => ApiAnswers;
  readonly calls: ApiCall[];
  readonly lacks: ReadonlySet<string>;
  /** Methods with streams of their own. */
  readonly extra: (method: string) => RpcMethod | undefined;
}

type AnySpec = (typeof API_METHODS)[keyof typeof API_METHODS] & { parameters: readonly AnyGobType[] };

/** Mattermost's end of the API stream. */
export function serveApi(stream: ByteStream, { answers, calls, lacks, extra }: ApiServerOptions): RpcServer {
  return new RpcServer(stream, {
    registered: REGISTERED_TYPES,
    method: (name) => {
      const short = name.replace(/^Plugin\./, '') as keyof PluginApi;
      if (lacks.has(short)) return undefined;
      if (!Object.hasOwn(API_METHODS, short)) return extra(short);
      return apiMethod(short, API_METHODS[short] as AnySpec, answers, calls);
    },
  });
}

function apiMethod(
  name: keyof PluginApi,
  spec: AnySpec,
  answers: () => ApiAnswers,
  calls: ApiCall[],
): RpcMethod {
  const { hasResult, failure, parameters } = spec;
  const returns = returnsType(spec);
  return {
    args: spec.argsType,
    get reply() {
      return returns.type();
    },
    call: async (lettered: Record<string, unknown>) => {
      const args = parameters.map((_, index) => lettered[letter(index)]);
      calls.push({ method: name, args });
      const answer = answers()[name] as ((...all: readonly unknown[]) => unknown) | undefined;
      if (answer === undefined && hasResult) throw new Error(`The test has no answer for ${name}.`);
      try {
        const result = await answer?.(...args);
        returns.use(result);
        return hasResult ? { A: result } : {};
      } catch (error) {
        if (!(error instanceof ApiError) || failure === 'never') throw error;
        return { [hasResult ? 'B' : 'A']: failure === 'error' ? goError(error.message) : fieldsOf(error) };
      }
    },
  } as RpcMethod;
}

/** Configurations have no fixed type here: it is made from the answer. */
function returnsType({ returnsType: declared, hasResult, failure }: AnySpec) {
  const isRaw = hasResult && hasRaw(declared);
  let current: AnyGobType = isRaw ? emptyStruct : withNilPointers(declared);
  return {
    type: () => current,
    use(result: unknown): void {
      if (!isRaw || result === null) return;
      const fields =
        failure === 'never' ? { A: typeOfValue(result) } : { A: typeOfValue(result), B: nullable(appError) };
      current = struct('Returns', fields);
    },
  };
}

/** A type made anew for each answer would be told anew, and a stream takes only so many. */
const nilPointers = new WeakMap<AnyGobType, AnyGobType>();

/** Beside an error the result is a nil pointer, which goes out as nothing at all. */
function withNilPointers(declared: AnyGobType): AnyGobType {
  const { shape } = declared;
  if (shape.kind !== 'struct') return declared;
  const known = nilPointers.get(declared);
  if (known !== undefined) return known;
  const fields = shape.fields.map(({ name, type }) => [name, nullable(type)]);
  const made = struct('Returns', Object.fromEntries(fields));
  nilPointers.set(declared, made);
  return made;
}

const fieldsOf = ({ id, message, status, detail }: ApiError) => ({
  Id: id,
  Message: message,
  StatusCode: status,
  DetailedError: detail,
});
