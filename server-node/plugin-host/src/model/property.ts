import type { InOf, OutOf } from '../gob/gob-type.ts';
import { any, bool, bytes, int, list, map, nullable, string, struct } from '../gob/gob-type.ts';

export const propertyGroup = struct('PropertyGroup', { ID: string, Name: string, Version: int });

/**
 * `Type`: `text`, `select`, `multiselect`, `date`, `user` or `multiuser`. The permissions, from 11.8 on, are `none`,
 * `sysadmin`, `admin` or `member`.
 */
export const propertyField = struct('PropertyField', {
  ID: string,
  GroupID: string,
  Name: string,
  Type: string,
  Attrs: map(any),
  TargetID: string,
  TargetType: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  ObjectType: string,
  Protected: bool,
  PermissionField: nullable(string),
  PermissionValues: nullable(string),
  PermissionOptions: nullable(string),
  LinkedFieldID: nullable(string),
  CreatedBy: string,
  UpdatedBy: string,
});

/** `Value` is JSON text, a string with its quotation marks for one. */
export const propertyValue = struct('PropertyValue', {
  ID: string,
  TargetID: string,
  TargetType: string,
  GroupID: string,
  FieldID: string,
  Value: bytes,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  CreatedBy: string,
  UpdatedBy: string,
});

const fieldCursor = struct('PropertyFieldSearchCursor', { PropertyFieldID: string, CreateAt: int });
const valueCursor = struct('PropertyValueSearchCursor', { PropertyValueID: string, CreateAt: int });

/** `PerPage` must be positive. `Cursor`: the last one of the page before. */
export const propertyFieldSearchOpts = struct('PropertyFieldSearchOpts', {
  GroupID: string,
  TargetType: string,
  TargetIDs: list(string),
  SinceUpdateAt: int,
  IncludeDeleted: bool,
  Cursor: nullable(fieldCursor),
  PerPage: int,
  ObjectType: string,
  LinkedFieldID: string,
});

export const propertyValueSearchOpts = struct('PropertyValueSearchOpts', {
  GroupID: string,
  TargetType: string,
  TargetIDs: list(string),
  FieldID: string,
  SinceUpdateAt: int,
  IncludeDeleted: bool,
  Cursor: nullable(valueCursor),
  PerPage: int,
  Value: bytes,
});

export type PropertyGroup = OutOf<typeof propertyGroup>;
export type PropertyField = OutOf<typeof propertyField>;
export type PropertyFieldInput = InOf<typeof propertyField>;
export type PropertyValue = OutOf<typeof propertyValue>;
export type PropertyValueInput = InOf<typeof propertyValue>;
export type PropertyFieldSearch = InOf<typeof propertyFieldSearchOpts>;
export type PropertyValueSearch = InOf<typeof propertyValueSearchOpts>;
