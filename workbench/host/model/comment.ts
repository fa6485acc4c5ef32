import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { checkUnprotected } from "./protection";
import { rangeAt, rangeOf, type RangeObject } from "./range";

/** A comment at a cell. */
export interface Comment {
  id: string;
  sheetId: string;
  row: number;
  column: number;
  content: string;
  /** Null when it was a note of a file. */
  created: Date | null;
  isResolved: boolean;
}

interface CommentObject extends HostObject {
  state: WorkbookState;
  id: string;
}

/** A comment that is looked up each time: it may be deleted, or taken back by the user. */
function found({ state, id }: CommentObject): Comment {
  const comment = state.comments.find((one) => one.id === id);
  if (!comment) throw itemNotFound(id);
  return comment;
}

/** An id that no comment of the workbook has had. */
export const newCommentId = (state: WorkbookState): string => `{comment-${(state.lastId += 1)}}`;

/** Text: the rich content that Excel takes too, with mentions, is not here. */
function checkContent(content: unknown): asserts content is string {
  if (typeof content === "object" && content !== null)
    throw new HostError("NotImplemented", "The workbench has comments of plain text only.", 501);
  if (typeof content !== "string") throw new HostError("InvalidArgument", "A comment is a text.");
}

/** https://learn.microsoft.com/javascript/api/excel/excel.comment */
const commentType: ObjectType = {
  name: "Comment",
  // https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions: to edit objects is an exception. Assumed, to be
  // confirmed in Excel: a comment is an object.
  sheet: (comment: CommentObject) => found(comment).sheetId,
  identity: ({ id }: CommentObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 10, get: (comment: CommentObject) => found(comment).id },
    Content: {
      since: 10,
      get: (comment: CommentObject) => found(comment).content,
      set: (comment: CommentObject, content: unknown) => {
        checkContent(content);
        found(comment).content = content;
      },
    },
    ContentType: {
      since: 12,
      get: (comment: CommentObject) => {
        found(comment);
        return "Plain";
      },
    },
    AuthorName: {
      since: 10,
      get: (comment: CommentObject) => {
        found(comment);
        return "Werkbank";
      },
    },
    // "Returns null if the comment was converted from a note": excel.comment, creationDate.
    CreationDate: {
      since: 10,
      get: (comment: CommentObject) => found(comment).created?.toISOString() ?? null,
    },
    Resolved: {
      since: 11,
      get: (comment: CommentObject) => found(comment).isResolved,
      set: (comment: CommentObject, resolved: boolean) => {
        if (typeof resolved !== "boolean")
          throw new HostError("InvalidArgument", "A comment is resolved or not.");
        found(comment).isResolved = resolved;
      },
    },
  },
  methods: {
    GetLocation: {
      since: 10,
      call: (comment: CommentObject) => {
        const { sheetId, row, column } = found(comment);
        const block = { startRow: row, startColumn: column, endRow: row, endColumn: column };
        return rangeOf(comment.state, sheetId, block);
      },
    },
    Delete: {
      since: 10,
      call: (comment: CommentObject) => {
        const gone = found(comment);
        comment.state.comments = comment.state.comments.filter((one) => one !== gone);
      },
    },
  },
};

interface CommentsObject extends HostObject {
  state: WorkbookState;
  sheetId: string | null;
}

/**
 * The one cell of a comment. A text must name its sheet, and more than one cell is an InvalidArgument:
 * https://learn.microsoft.com/javascript/api/excel/excel.commentcollection#excel-excel-commentcollection-add-member(1).
 * Assumed, to be confirmed in Excel: so is a text without a sheet, or a cell of another sheet than that of these comments.
 */
function cellOf({ state, sheetId }: CommentsObject, given: RangeObject | string): RangeObject {
  if (typeof given === "string" && !given.includes("!"))
    throw new HostError("InvalidArgument", `The address ${given} does not name its sheet.`);
  const range = typeof given === "string" ? rangeAt(state, sheetId, given) : given;
  const { startRow, startColumn, endRow, endColumn } = range.block;
  if (startRow !== endRow || startColumn !== endColumn)
    throw new HostError("InvalidArgument", "A comment belongs to one cell.");
  if (sheetId !== null && range.sheetId !== sheetId)
    throw new HostError("InvalidArgument", "The cell is on another sheet.");
  return range;
}

const at =
  ({ sheetId, block }: RangeObject) =>
  (comment: Comment) =>
    comment.sheetId === sheetId && comment.row === block.startRow && comment.column === block.startColumn;

function add(
  all: CommentsObject,
  given: RangeObject | string,
  content: unknown,
  // "The default value is enum ContentType.Plain": excel.commentcollection, add.
  contentType?: string | null,
): CommentObject {
  const { state } = all;
  if (contentType === "Mention")
    throw new HostError("NotImplemented", "The workbench has comments of plain text only.", 501);
  if (contentType !== null && contentType !== undefined && contentType !== "Plain")
    throw new HostError("InvalidArgument", `${contentType} is no type of comment.`);
  checkContent(content);
  const cell = cellOf(all, given);
  checkUnprotected(state, cell.sheetId);
  // It fails: https://github.com/OfficeDev/office-js/issues/1416. Assumed, to be confirmed in Excel: with this code.
  if (state.comments.some(at(cell)))
    throw new HostError("InvalidOperation", "The cell has a comment already.");
  const { startRow: row, startColumn: column } = cell.block;
  const id = newCommentId(state);
  const made = { id, sheetId: cell.sheetId, row, column, content, created: new Date(), isResolved: false };
  state.comments.push(made);
  return { type: commentType, state, id };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.commentcollection */
const commentsType = collectionType<CommentObject>(
  "CommentCollection",
  { getCount: 10, getItem: 10, getItemAt: 10, getItemOrNullObject: 14 },
  ({ id }) => [id.toLowerCase()],
  {
    Add: { since: 10, call: add },
    // ItemNotFound without a comment: https://github.com/OfficeDev/office-js/issues/1416
    GetItemByCell: {
      since: 10,
      call: (all: CommentsObject, given: RangeObject | string): CommentObject => {
        const comment = all.state.comments.find(at(cellOf(all, given)));
        if (!comment) throw itemNotFound("a comment at this cell");
        return { type: commentType, state: all.state, id: comment.id };
      },
    },
  },
);

/** The comments of a sheet, or of the workbook when the sheet is null. */
export const commentsOf = (state: WorkbookState, sheetId: string | null): HostObject => {
  const items = () =>
    state.comments
      .filter((comment) => sheetId === null || comment.sheetId === sheetId)
      .map(({ id }) => ({ type: commentType, state, id }));
  return { type: commentsType, state, sheetId, items } as HostObject;
};
