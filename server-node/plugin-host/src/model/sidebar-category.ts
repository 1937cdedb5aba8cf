import type { InOf } from '../gob/gob-type.ts';
import { bool, int, list, string, struct } from '../gob/gob-type.ts';

/** `Type`: `custom`, `favorites`, `channels` or `direct_messages`. `Sorting`: empty, `alpha`, `recent` or `manual`. */
const category = struct('SidebarCategory', {
  Id: string,
  UserId: string,
  TeamId: string,
  SortOrder: int,
  Sorting: string,
  Type: string,
  DisplayName: string,
  Muted: bool,
  Collapsed: bool,
});

/** `Channels` holds their ids in the order of the sidebar. */
export const sidebarCategory = struct('SidebarCategoryWithChannels', {
  SidebarCategory: category,
  Channels: list(string),
});

export const sidebarCategories = struct('OrderedSidebarCategories', {
  Categories: list(sidebarCategory),
  Order: list(string),
});

export type SidebarCategory = InOf<typeof sidebarCategory>;
