import type { Engine } from "../../engine/engine";
import type { HostObject, ObjectType } from "../object-model";
import type { Session } from "../batch";
import { worksheetsOf } from "./worksheet";

interface WorkbookObject extends HostObject {
  engine: Engine;
  references: Session["references"];
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
const workbookType: ObjectType = {
  name: "Workbook",
  scalars: {},
  navigations: { Worksheets: { since: 1, to: ({ engine }: WorkbookObject) => worksheetsOf(engine) } },
  methods: {
    // The client's way to say that it needs a range no more.
    _RemoveReference: {
      since: 1,
      call: ({ references }: WorkbookObject, id: string) => void references.delete(id),
    },
  },
};

export const workbookOf = (engine: Engine, references: Session["references"]): WorkbookObject => ({
  type: workbookType,
  engine,
  references,
});
