import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { newestSet } from "../../workbench/host/requirement-sets";
import { blockAt } from "../../workbench/host/model/addresses";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** The steps for a person who has Excel: what the console must answer there is what it answers in the workbench. */
const document = readFileSync(join(__dirname, "../../docs/te-bevestigen-in-excel.md"), "utf8");
const [, steps] = document.split("## In de console");
const [introduction, ...chapters] = steps.split(/^### /m);

type Part = { does: "code" | "expects"; text: string } | { does: "by hand"; text: null };

/** What is between the fences, and where a person does something in between. */
const partsOf = (text: string): Part[] =>
  [...text.matchAll(/^```(js|text)\n([^]*?)^```$|^\*\*Met de hand:\*\*/gm)].map(([, language, inside]) => {
    if (!language) return { does: "by hand", text: null };
    return { does: language === "js" ? "code" : "expects", text: inside.trim() };
  });

/** Beside what a step says that is not so in the workbench; it must say so itself too. */
const notHere = "Kan niet in de werkbank";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the person does in Excel, by the number of the step. */
const byHand: Record<number, (addIn: AddInInNode) => unknown> = {
  27: async ({ bench }) => {
    bench.faults.isEditing = true;
    await pause(1500);
    bench.faults.isEditing = false;
  },
  28: ({ bench }) => (bench.faults.isReadOnly = true),
  38: ({ bench }) => bench.engine.select(bench.engine.activeSheet(), blockAt("B3:C5")),
  54: (addIn) => addIn.restart(),
  56: (addIn) => type(addIn, "A1", 5),
  57: ({ bench, run }) => {
    bench.faults.otherUser = () => type({ bench }, "A5", "hallo");
    return run((context) => context.sync()).then(() => (bench.faults.otherUser = null));
  },
  59: async (addIn) => {
    type(addIn, "A1", 5);
    const { engine } = addIn.bench;
    await engine.settled();
    engine.dress(engine.activeSheet(), blockAt("A1"), { bl: 1 });
    engine.select(engine.activeSheet(), blockAt("B2:B4"));
  },
  61: ({ bench }) => bench.engine.undo.undo(),
  62: ({ bench }) => bench.engine.undo.undo(),
  64: ({ bench }) => bench.host.runCommand("proef"),
  65: ({ bench }) => bench.engine.settled(),
};

function type(
  { bench: { engine } }: Pick<AddInInNode, "bench">,
  address: string,
  value: string | number,
): void {
  const { startRow, startColumn } = blockAt(address);
  engine.write(engine.activeSheet(), startRow, startColumn, [[value]]);
}

describe("the steps to confirm in Excel", () => {
  const [helpers] = partsOf(introduction);
  const numbered = chapters.map((chapter) => {
    const [, number, title] = /^(\d+)\. (.*)/.exec(chapter) ?? [];
    return { number: Number(number), title, chapter };
  });

  it("are numbered one after another, and have answers, unless they say why not", () => {
    const [first] = numbered;
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, i) => first.number + i));
    const without = numbered.filter(
      ({ chapter }) => !partsOf(chapter).some(({ does }) => does === "expects"),
    );
    expect(without.filter(({ chapter }) => !chapter.includes(notHere))).toEqual([]);
  });

  it.each(numbered.filter(({ chapter }) => !chapter.includes(notHere)))(
    "$number. $title",
    async ({ number, chapter }) => {
      const addIn = await addInInNode(newestSet);
      /** As the console does it, which waits for what is awaited. */
      const evaluate = (code: string): unknown =>
        vm.runInContext(`(async () => (${code.replace(/;$/, "")}\n))()`, addIn.window.globals);
      const open = () => {
        // Ten counts of the person are short here.
        addIn.window.globals.setTimeout = (work: () => void, wait: number) =>
          setTimeout(work, wait === 10_000 ? 500 : wait);
        vm.runInContext(helpers.text ?? "", addIn.window.globals);
      };
      open();
      await evaluate("leeg()");
      let given: unknown;
      for (const { does, text } of partsOf(chapter)) {
        if (does === "code") {
          await addIn.bench.engine.settled();
          given = await evaluate(text);
        } else if (does === "expects") expect(JSON.parse(String(given))).toEqual(JSON.parse(text));
        else {
          await byHand[number](addIn);
          if (!("doe" in addIn.window.globals)) open();
        }
        // Events come after the answer, and before a person goes on.
        await pause(30);
      }
      addIn.bench.engine.dispose();
    },
  );
});
