import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";

interface SettingObject extends HostObject {
  state: WorkbookState;
  key: string;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.setting */
const settingType: ObjectType = {
  name: "Setting",
  identity: ({ key }: SettingObject) => ({ _Id: key, Key: key }),
  scalars: {
    Key: { since: 4, get: ({ key }: SettingObject) => key },
    Value: {
      since: 4,
      get: ({ state, key }: SettingObject) => state.settings.get(key),
      set: ({ state, key }: SettingObject, value: unknown) => void state.settings.set(key, value),
    },
    _Id: { since: 4, get: ({ key }: SettingObject) => key },
  },
  methods: {
    Delete: { since: 4, call: ({ state, key }: SettingObject) => void state.settings.delete(key) },
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.settingcollection: adding a key that is there sets its value. */
const settingsType = collectionType<SettingObject>(
  "SettingCollection",
  { getCount: 4, getItem: 4, getItemOrNullObject: 4 },
  ({ key }) => [key.toLowerCase()],
  {
    Add: {
      since: 4,
      call: ({ state }: { state: WorkbookState }, key: string, value: unknown): SettingObject => {
        state.settings.set(key, value);
        return { type: settingType, state, key };
      },
    },
  },
);

export const settingsOf = (state: WorkbookState): HostObject =>
  ({
    type: settingsType,
    state,
    items: () => [...state.settings.keys()].map((key) => ({ type: settingType, state, key })),
  }) as HostObject;
