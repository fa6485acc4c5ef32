/** The line on which a place in a text stands; a line ends in CRLF, LF or CR. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = 0; at < place; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line += 1;
  }
  return line;
}
