import { ICommandService, type Univer } from "@univerjs/core";
import {
  BaseFunction,
  IFunctionService,
  RemoveDefinedNameMutation,
  RemoveSuperTableMutation,
  SetDefinedNameMutation,
  SetSuperTableMutation,
  type BaseReferenceObject,
} from "@univerjs/engine-formula";
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetNameMutation } from "@univerjs/sheets";

interface WithReferences {
  _setReferenceDefault: (reference: BaseReferenceObject, made: BaseReferenceObject) => BaseReferenceObject;
}

/**
 * Univer 0.25.1 looks up the sheet of every reference by the sheet's name, but a reference made of a table's column,
 * as INDEX(table[column],1) makes, has no name: it then points at the sheet of the formula. It has the sheet's id, so
 * it need not be looked up; Univer's own references to tables do the same.
 */
export function keepSheetOfTableReferences(): void {
  const prototype = BaseFunction.prototype as unknown as WithReferences;
  const original = prototype._setReferenceDefault;
  if (isMended in original) return;
  prototype._setReferenceDefault = Object.assign(
    function (this: WithReferences, reference: BaseReferenceObject, made: BaseReferenceObject) {
      const result = original.call(this, reference, made);
      if (reference.isTable() && result.isReferenceObject()) result.setForcedSheetId = () => undefined;
      return result;
    },
    { [isMended]: true },
  );
}

const isMended = Symbol("sheet of table references");

/**
 * Univer 0.25.1 remembers what a formula refers to by the text of the formula alone. When a table, a sheet or a defined
 * name gives its name to another one, the same text refers to other cells; what was remembered then gives #NAME?, or an
 * older value.
 */
export function forgetReferencesOfOldNames(univer: Univer): void {
  const injector = univer.__getInjector();
  const naming = new Set([
    SetSuperTableMutation.id,
    RemoveSuperTableMutation.id,
    InsertSheetMutation.id,
    RemoveSheetMutation.id,
    SetWorksheetNameMutation.id,
    SetDefinedNameMutation.id,
    RemoveDefinedNameMutation.id,
  ]);
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    // Every remembered formula has this text in it.
    if (naming.has(id)) injector.get(IFunctionService).deleteFormulaAstCacheKey("");
  });
}
