// Puts the declaration itself into the file, byte for byte, as PDF/A-3 asks: ISO 19005-3, 6.8 and annex E.
import { deflate } from './deflate.js';
import type { PdfFile } from './document.js';

/** Always the same: a declaration that was only moved or renamed has the same documents. */
const name = 'declaration.yaml';

export function attachSource(file: PdfFile, source: Uint8Array, date: Date): void {
  const time = `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  const stream = file.addStream(
    deflate(source),
    `/Type/EmbeddedFile/Subtype/application#2Fyaml/Params<</Size ${source.length}/ModDate(${time})>>`,
  );
  const specification = file.add(
    `<</Type/Filespec/F(${name})/UF(${name})/Desc(${name})/AFRelationship/Source/EF<</F ${stream}/UF ${stream}>>>>`,
  );
  file.attach(name, specification);
}
