// Packs files into a zip archive and back, the same bytes on every machine and day.
// fflate writes a date's local components, so the fixed time is a local one: an instant would shift with the time zone.
import { unzipSync, zipSync } from 'fflate';

/** The first file of an Office package; some readers sniff it there. */
const contentTypes = '[Content_Types].xml';

/** 1 January 1980, the earliest a zip can say; at noon, because no time zone's clocks jump then. */
const fixedTime = () => new Date(1980, 0, 1, 12);

/** Names are paths with `/`; their order in `files` does not matter. */
export function packZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files)
    .filter((name) => name !== contentTypes)
    .sort();
  if (files[contentTypes]) names.unshift(contentTypes);
  const sorted = Object.fromEntries(names.map((name) => [name, files[name] as Uint8Array]));
  return zipSync(sorted, { mtime: fixedTime(), level: 6 });
}

/** The files of an archive by name, folders left out. Throws on bytes that are no zip archive. */
export function unpackZip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes, { filter: (entry) => !entry.name.endsWith('/') });
}
