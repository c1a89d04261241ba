// The floor of a Word file or workbook: all its parts stand ready; what is left is to deflate and to zip them.
import { packZip, unpackZip, zipEntry } from '../../../dist/base/zip.js';

export const zipFloor = {
  name: 'floor',
  lacks: 'every part deflated anew and zipped',
  prepare: (file) => Object.entries(unpackZip(file)),
  make: (parts) => packZip(parts.map(([name, content]) => zipEntry(name, content))),
};
