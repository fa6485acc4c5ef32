import { BaseFunction, type BaseReferenceObject } from "@univerjs/engine-formula";

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
