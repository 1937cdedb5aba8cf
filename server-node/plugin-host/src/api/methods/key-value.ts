import { bool, bytes, int, list, nullable, string } from '../../gob/gob-type.ts';
import { kvSetOptions } from '../../model/server.ts';
import { method, nothing } from '../method.ts';

export const KEY_VALUE = {
  /** `(key)` gives null when there is none. */
  KVGet: method([string], nullable(bytes), 'appError'),
  /** `(key, value)`. A key has at most 150 characters; an empty value deletes. */
  KVSet: method([string, bytes], nothing, 'appError'),
  /** `(key, value, seconds)` */
  KVSetWithExpiry: method([string, bytes, int], nothing, 'appError'),
  /** `(key, value, options)`. False when an atomic condition failed. An empty value deletes. */
  KVSetWithOptions: method([string, bytes, kvSetOptions], bool, 'appError'),
  /** `(key, oldValue, newValue)`. False when the value was another. An empty old value: the key must not exist. */
  KVCompareAndSet: method([string, bytes, bytes], bool, 'appError'),
  /** `(key, oldValue)`. False when the value was another. */
  KVCompareAndDelete: method([string, bytes], bool, 'appError'),
  /** `(key)` */
  KVDelete: method([string], nothing, 'appError'),
  /** Also the server's own keys, the remembered bot among them. */
  KVDeleteAll: method([], nothing, 'appError'),
  /** `(page, perPage)`. Holds the server's own keys (`mmi_…`) too. */
  KVList: method([int, int], list(string), 'appError'),
} as const;
