import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";

interface SettingObject extends HostObject {
  state: WorkbookState;
  key: string;
}

/** Looked up each time: it may have been deleted meanwhile. */
function checkThere({ state, key }: SettingObject): void {
  if (!state.settings.has(key)) throw itemNotFound(key);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.setting */
const settingType: ObjectType = {
  name: "Setting",
  identity: ({ key }: SettingObject) => ({ _Id: key, Key: key }),
  scalars: {
    Key: {
      since: 4,
      get: (setting: SettingObject) => {
        checkThere(setting);
        return setting.key;
      },
    },
    Value: {
      since: 4,
      get: (setting: SettingObject) => {
        checkThere(setting);
        return setting.state.settings.get(setting.key);
      },
      set: (setting: SettingObject, value: unknown) => {
        checkThere(setting);
        setting.state.settings.set(setting.key, value);
      },
    },
    // The client asks for it beside the others.
    _Id: { since: 4, get: ({ key }: SettingObject) => key },
  },
  methods: {
    Delete: {
      since: 4,
      call: (setting: SettingObject) => {
        checkThere(setting);
        setting.state.settings.delete(setting.key);
      },
    },
  },
};

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.settingcollection. Capitals count in a key: a setting does the same as
 * one of Office.Settings (https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-1-4-requirement-set), of
 * which the name is case-sensitive (https://learn.microsoft.com/javascript/api/office/office.settings).
 */
const settingsType = collectionType<SettingObject>(
  "SettingCollection",
  { getCount: 4, getItem: 4, getItemOrNullObject: 4 },
  ({ key }) => [key],
  {
    // "Sets or adds": excel.settingcollection, add.
    Add: {
      since: 4,
      call: ({ state }: { state: WorkbookState }, key: string, value: unknown): SettingObject => {
        // Assumed, to be confirmed in Excel: an empty key is refused.
        if (typeof key !== "string" || key === "")
          throw new HostError("InvalidArgument", "A setting needs a key.");
        state.settings.set(key, value);
        return { type: settingType, state, key };
      },
    },
  },
  (items, key) => items.find((item) => item.key === key),
);

export const settingsOf = (state: WorkbookState): HostObject =>
  ({
    type: settingsType,
    state,
    items: () => [...state.settings.keys()].map((key) => ({ type: settingType, state, key })),
  }) as HostObject;
