/** The faults of a manifest, one sentence each; an empty list means it is good. */
export function checkManifest(
  xmlText: string,
  options: { assetsFolder: string; base?: string },
): Promise<string[]>;
