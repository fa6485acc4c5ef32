/** In pixels: narrower than Excel makes a pane, and wide enough to read a table in it. */
const narrowest = 280;
const widest = 800;
const step = 20;

/** Lets the user set the width of the pane, with the mouse or the arrow keys. */
export function splitter(handle: HTMLElement, setWidth: (pixels: number) => void, start: number): void {
  let width = start;
  const set = (pixels: number) => {
    width = Math.round(Math.min(Math.max(pixels, narrowest), widest));
    handle.ariaValueNow = String(width);
    setWidth(width);
  };
  handle.ariaValueMin = String(narrowest);
  handle.ariaValueMax = String(widest);
  handle.addEventListener("keydown", (event) => {
    const keys: Record<string, number> = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: narrowest,
      End: widest,
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    set(keys[event.key]);
  });
  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent) => set(innerWidth - clientX);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  set(start);
}
