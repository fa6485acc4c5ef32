import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { rangeAt, rangeOf, type RangeObject } from "./range";

/** A comment at a cell. */
export interface Comment {
  id: string;
  sheetId: string;
  row: number;
  column: number;
  content: string;
  created: Date;
  isResolved: boolean;
}

interface CommentObject extends HostObject {
  state: WorkbookState;
  comment: Comment;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.comment */
const commentType: ObjectType = {
  name: "Comment",
  identity: ({ comment: { id } }: CommentObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 10, get: ({ comment }: CommentObject) => comment.id },
    Content: {
      since: 10,
      get: ({ comment }: CommentObject) => comment.content,
      set: ({ comment }: CommentObject, content: string) => void (comment.content = content),
    },
    AuthorName: { since: 10, get: () => "Werkbank" },
    CreationDate: { since: 10, get: ({ comment }: CommentObject) => comment.created.toISOString() },
    Resolved: {
      since: 11,
      get: ({ comment }: CommentObject) => comment.isResolved,
      set: ({ comment }: CommentObject, resolved: boolean) => void (comment.isResolved = resolved),
    },
  },
  methods: {
    GetLocation: {
      since: 10,
      call: ({ state, comment: { sheetId, row, column } }: CommentObject) =>
        rangeOf(state, sheetId, { startRow: row, startColumn: column, endRow: row, endColumn: column }),
    },
    Delete: {
      since: 10,
      call: ({ state, comment }: CommentObject) =>
        void (state.comments = state.comments.filter((one) => one !== comment)),
    },
  },
};

interface CommentsObject extends HostObject {
  state: WorkbookState;
  sheetId: string | null;
}

/** The one cell of a comment; the address of a cell may name its sheet: excel.commentcollection, add. */
function cellOf({ state, sheetId }: CommentsObject, given: RangeObject | string): RangeObject {
  const range = typeof given === "string" ? rangeAt(state, sheetId, given) : given;
  const { startRow, startColumn, endRow, endColumn } = range.block;
  if (startRow !== endRow || startColumn !== endColumn)
    throw new HostError("InvalidArgument", "A comment belongs to one cell.");
  return range;
}

const at =
  ({ sheetId, block }: RangeObject) =>
  (comment: Comment) =>
    comment.sheetId === sheetId && comment.row === block.startRow && comment.column === block.startColumn;

/** https://learn.microsoft.com/javascript/api/excel/excel.commentcollection */
const commentsType = collectionType<CommentObject>(
  "CommentCollection",
  { getCount: 10, getItem: 10, getItemAt: 10, getItemOrNullObject: 14 },
  ({ comment }) => [comment.id.toLowerCase()],
  {
    Add: {
      since: 10,
      call: (all: CommentsObject, given: RangeObject | string, content: string): CommentObject => {
        const cell = cellOf(all, given);
        const { state } = all;
        if (typeof content !== "string")
          throw new HostError("NotImplemented", "The workbench has comments of plain text only.", 501);
        if (state.comments.some(at(cell)))
          throw new HostError("InvalidOperation", "The cell has a comment already.");
        const comment = {
          id: `{comment-${(state.lastId += 1)}}`,
          sheetId: cell.sheetId,
          row: cell.block.startRow,
          column: cell.block.startColumn,
          content,
          created: new Date(),
          isResolved: false,
        };
        state.comments.push(comment);
        return { type: commentType, state, comment };
      },
    },
    GetItemByCell: {
      since: 10,
      call: (all: CommentsObject, given: RangeObject | string): CommentObject => {
        const comment = all.state.comments.find(at(cellOf(all, given)));
        if (!comment) throw itemNotFound("a comment at this cell");
        return { type: commentType, state: all.state, comment };
      },
    },
  },
);

/** The comments of a sheet, or of the workbook when the sheet is null. */
export const commentsOf = (state: WorkbookState, sheetId: string | null): HostObject => {
  const items = () =>
    state.comments
      .filter((comment) => sheetId === null || comment.sheetId === sheetId)
      .map((comment) => ({ type: commentType, state, comment }));
  return { type: commentsType, state, sheetId, items } as HostObject;
};
