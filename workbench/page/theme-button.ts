/** Changes between light and dark, for the page; the rest is told by `show`. */
export function themeButton(button: HTMLElement, startsDark: boolean, show: (isDark: boolean) => void): void {
  let isDark = startsDark;
  const tell = () => {
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
    button.textContent = isDark ? "Licht thema" : "Donker thema";
  };
  button.addEventListener("click", () => {
    isDark = !isDark;
    tell();
    show(isDark);
  });
  tell();
}
