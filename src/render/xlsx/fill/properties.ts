// Adds what a document says of its making to the properties that users define, beside those that the authority's file has already.
import type { Edit } from '../../../base/finding.js';
import { escapeXml } from '../../../base/xml.js';
import { customProperties, officeDocument, userDefined, valueTypes } from '../../office-properties.js';
import { provenanceNames, provenanceOf } from '../../provenance.js';
import type { Meta } from '../../renderer.js';
import { type Package, relationshipsOf, typesPart } from './package.js';
import { attributeValue, prefixOf, type Xml, type XmlElement } from './xml.js';

export interface PropertyChanges {
  /** To parts that are there, by part. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** A part that was not there. */
  readonly added: { readonly part: string; readonly text: string } | null;
}

const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/** What a workbook says of itself is read at once; the changes depend on the document. */
export function openProperties(office: Package): (meta: Meta) => PropertyChanges {
  const related = office.relationships('');
  const part = related.find(({ type }) => type === 'custom-properties')?.part;
  if (part) {
    const xml = office.xml(part);
    return (meta) => ({ edits: new Map([[part, mergeInto(xml, meta)]]), added: null });
  }
  const name = ['docProps/custom.xml', 'docProps/custom-shenbao.xml'].find((one) => office.text(one) === null) ?? '';
  const types = office.xml(typesPart);
  const relations = office.xml(relationshipsOf(''));
  const ids = new Set(related.map(({ id }) => id));
  const id = Array.from({ length: ids.size + 1 }, (_, index) => `rId${index + 1}`).find((one) => !ids.has(one));
  const into = (root: XmlElement, element: string, attributes: string): Edit => ({
    start: root.closed,
    end: root.closed,
    text: `<${prefixOf(root)}${element} ${attributes}/>`,
  });
  const type = `${officeDocument}/relationships/custom-properties`;
  const edits = new Map([
    [types.part, [into(types.root, 'Override', `PartName="/${name}" ContentType="${contentType}"`)]],
    [relations.part, [into(relations.root, 'Relationship', `Id="${id}" Type="${type}" Target="${name}"`)]],
  ]);
  return (meta) => ({ edits, added: { part: name, text: customProperties(meta) } });
}

/** Those of an earlier making are replaced: the file may be filled from one of our own. */
function mergeInto(xml: Xml, meta: Meta): readonly Edit[] {
  const { root, text } = xml;
  const ours = new Set<string>(provenanceNames);
  const edits: Edit[] = [];
  let last = 1;
  for (const element of root.children) {
    last = Math.max(last, Number(attributeValue(xml, element, 'pid') ?? 0));
    if (ours.has((attributeValue(xml, element, 'name') ?? '').toLowerCase())) {
      edits.push({ start: element.start, end: element.end, text: '' });
    }
  }
  const prefix = prefixOf(root);
  const added = provenanceOf(meta).map(([name, value], index) => {
    const text = `<vt:lpwstr ${valueTypes}>${escapeXml(value)}</vt:lpwstr>`;
    return `<${prefix}property fmtid="${userDefined}" pid="${last + 1 + index}" name="${name}">${text}</${prefix}property>`;
  });
  // A list without properties may be one tag alone.
  const isAlone = root.closed === root.opened && text.slice(root.opened - 2, root.opened) === '/>';
  const [start, before, after] = isAlone ? [root.opened - 2, '>', `</${root.name}>`] : [root.closed, '', ''];
  edits.push({ start, end: isAlone ? root.opened : start, text: `${before}${added.join('')}${after}` });
  return edits;
}
