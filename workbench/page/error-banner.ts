import "./error-banner.css";

/** Says that the workbench itself has a fault; the user can close it and go on. */
export function errorBanner(place: HTMLElement): (error: unknown) => void {
  const sentence = document.createElement("span");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Sluiten";
  button.addEventListener("click", () => {
    place.hidden = true;
    sentence.textContent = "";
  });
  place.append(sentence, button);
  return (error) => {
    console.error(error);
    sentence.textContent = `De werkbank heeft een fout: ${String(error)}. Laad de pagina opnieuw.`;
    place.hidden = false;
  };
}
