import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const none: Cells = [[null]];
const years: Cells = [[2017], [2018], [2019]];
const last: Cells = [[2018]];
const plainNames: Cells = [["A", "B", "C"]];

/** All of these can be thousands and thousandths: 1.234 is 1234 or 1,234. */
const undecided: Cells[] = [
  [["1.234"], ["1.301"], ["1.251"]],
  [
    ["1.202", "1.401", "951"],
    ["1.251", "1.351", "1.007"],
    ["1.101", "1.501", "1.011"],
  ],
];

/** The panel by hand of SYNTH.GEWICHTEN, half a unit higher: the series is 5,5; 5,5 and 6,5. */
const withComma: Cells[] = [
  [["4,5"], ["4,5"], ["9,5"]],
  [
    ["6,5", "4,5", "7,5"],
    ["4,5", "6,5", "7,5"],
    ["5,5", "7,5", "8,5"],
  ],
];
const series = [
  [2017, 4.5, 5.5],
  [2018, 4.5, 5.5],
  [2019, 9.5, 6.5],
];

/** Labels that are written as numbers with a point are no evidence of how the figures are written. */
const layouts: [string, (panel: Cells[]) => Cells[]][] = [
  ["names in namen", ([doel, donoren]) => [doel, donoren, [["1.1", "1.2", "1.3"]], years, last]],
  [
    "years in jaren",
    ([doel, donoren]) => [doel, donoren, plainNames, [["2017.0"], ["2018.0"], ["2019.0"]], last],
  ],
  ["a last year", ([doel, donoren]) => [doel, donoren, plainNames, years, [["2018.0"]]]],
  [
    "names above the donors",
    ([doel, donoren]) => [
      [["Zuid"], ...doel],
      [["1.1", "1.2", "1.3"], ...donoren],
      none,
      [["jaar"], ...years],
      last,
    ],
  ],
  [
    "a name above the target",
    ([doel, donoren]) => [
      [["1.4"], ...doel],
      [["Noord", "Oost", "West"], ...donoren],
      none,
      [["jaar"], ...years],
      last,
    ],
  ],
  [
    "years beside the donors",
    ([doel, donoren]) => [
      doel,
      [["jaar", "A", "B", "C"], ...donoren.map((row, t) => [`${2017 + t}.0`, ...row])],
      none,
      none,
      last,
    ],
  ],
];

describe.each(layouts)("%s written as numbers with a point", (_, cells) => {
  it("leave figures that can be two numbers in doubt", () => {
    const { message } = errorOf(SYNTH_REEKS, cells(undecided));
    expect(message).toMatch(/van doel staat "1.234", en dat kan 1234 of 1,234 zijn/);
  });

  it("do not contradict figures with a comma", () => {
    expect(evaluate(SYNTH_REEKS, cells(withComma)).slice(1)).toEqual(
      series.map((row) => row.map((value) => expect.closeTo(value, 12))),
    );
  });
});

describe("the figures of a panel", () => {
  // 12.345 beside 9.8 is a bit more than twelve: with one donor the weight is 1, and the series is the donor itself.
  it("are read by what all of them show, of target and donors alike", () => {
    const found = evaluate(SYNTH_REEKS, [
      [["9.8"], ["9.9"]],
      [["12.345"], ["13.001"]],
    ]);
    expect(found.slice(1)).toEqual([
      [1, 9.8, expect.closeTo(12.345, 12)],
      [2, 9.9, expect.closeTo(13.001, 12)],
    ]);
  });

  it("that contradict each other are refused with both their cells", () => {
    const cells = [
      [["9,8"], ["9,9"]],
      [["12.5"], ["13.5"]],
    ];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toBe(
      'In rij 1 van doel ("9,8") staat het decimaalteken als komma en in rij 1 van donoren ("12.5") als punt. Schrijf de getallen op één manier; dan is zeker wat een getal als 1.234 is.',
    );
  });
});

describe("SYNTH.TOEPASSEN", () => {
  const weighted: Cells = [
    ["1.1", 0.25],
    ["1.2", 0.75],
  ];

  it("does not take names for evidence", () => {
    const doubtful = [
      ["1.2", "1.1"],
      ["12.345", "950"],
      ["15.017", "12.401"],
    ];
    expect(errorOf(SYNTH_TOEPASSEN, [weighted, doubtful]).message).toMatch(
      /^In rij 2, kolom 1 van reeksen staat "12.345", en dat kan 12345 of 12,345 zijn/,
    );
    // By hand: 0,75 x 7,5 + 0,25 x 3,5 = 6,5.
    expect(
      evaluate(SYNTH_TOEPASSEN, [
        weighted,
        [
          ["1.2", "1.1"],
          ["7,5", "3,5"],
        ],
      ]),
    ).toEqual([
      ["Periode", "Synthetisch"],
      [1, 6.5],
    ]);
  });

  // By hand: 0,25 x 12,345 + 0,75 x 8 = 9,08625.
  it("takes the weights for evidence, which are figures", () => {
    const cells = [
      [
        ["A", "0.25"],
        ["B", "0.75"],
      ],
      [
        ["A", "B"],
        ["12.345", 8],
      ],
    ];
    expect(evaluate(SYNTH_TOEPASSEN, cells)[1]).toEqual([1, expect.closeTo(9.08625, 12)]);
    const contradicting = [
      ["A", "B"],
      ["7,5", 8],
    ];
    expect(errorOf(SYNTH_TOEPASSEN, [cells[0], contradicting]).message).toMatch(
      /^In rij 2, kolom 1 van reeksen \("7,5"\) .* en in rij 1, kolom 2 van gewichten \("0.25"\) als punt/,
    );
  });
});
