import { bool, int, list, string } from '../../gob/gob-type.ts';
import {
  propertyField,
  propertyFieldSearchOpts,
  propertyGroup,
  propertyValue,
  propertyValueSearchOpts,
} from '../../model/property.ts';
import { method, nothing } from '../method.ts';

export const PROPERTIES = {
  /** `(name)` */
  RegisterPropertyGroup: method([string], propertyGroup, 'error'),
  /** `(name)` */
  GetPropertyGroup: method([string], propertyGroup, 'error'),
  /** `(field)` */
  CreatePropertyField: method([propertyField], propertyField, 'error'),
  /** `(groupId, field)` */
  UpdatePropertyField: method([string, propertyField], propertyField, 'error'),
  /** `(groupId, fields)` */
  UpdatePropertyFields: method([string, list(propertyField)], list(propertyField), 'error'),
  /** `(groupId, fieldId)` */
  DeletePropertyField: method([string, string], nothing, 'error'),
  /** `(groupId, fieldId)` */
  GetPropertyField: method([string, string], propertyField, 'error'),
  /** `(groupId, targetId, name)` */
  GetPropertyFieldByName: method([string, string, string], propertyField, 'error'),
  /** `(groupId, ids)` */
  GetPropertyFields: method([string, list(string)], list(propertyField), 'error'),
  /** `(groupId, options)` */
  SearchPropertyFields: method([string, propertyFieldSearchOpts], list(propertyField), 'error'),
  /** `(groupId, includeDeleted)` */
  CountPropertyFields: method([string, bool], int, 'error'),
  /** `(groupId, targetType, targetId, includeDeleted)` */
  CountPropertyFieldsForTarget: method([string, string, string, bool], int, 'error'),
  /** `(value)` */
  CreatePropertyValue: method([propertyValue], propertyValue, 'error'),
  /** `(groupId, value)` */
  UpdatePropertyValue: method([string, propertyValue], propertyValue, 'error'),
  /** `(groupId, values)` */
  UpdatePropertyValues: method([string, list(propertyValue)], list(propertyValue), 'error'),
  /** `(value)` */
  UpsertPropertyValue: method([propertyValue], propertyValue, 'error'),
  /** `(values)` */
  UpsertPropertyValues: method([list(propertyValue)], list(propertyValue), 'error'),
  /** `(groupId, valueId)` */
  DeletePropertyValue: method([string, string], nothing, 'error'),
  /** `(groupId, fieldId)` */
  DeletePropertyValuesForField: method([string, string], nothing, 'error'),
  /** `(groupId, targetType, targetId)` */
  DeletePropertyValuesForTarget: method([string, string, string], nothing, 'error'),
  /** `(groupId, valueId)` */
  GetPropertyValue: method([string, string], propertyValue, 'error'),
  /** `(groupId, ids)` */
  GetPropertyValues: method([string, list(string)], list(propertyValue), 'error'),
  /** `(groupId, options)` */
  SearchPropertyValues: method([string, propertyValueSearchOpts], list(propertyValue), 'error'),
} as const;
