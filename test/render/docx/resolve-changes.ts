// Accepts and rejects all changes of Word documents the way Word does, by their marks alone, in a program that had no part in writing them.
import { runProgram } from '../../support/programs.js';

/** A paragraph's text, or a table: rows of cells of paragraphs. */
type Block = string | readonly (readonly (readonly string[])[])[];

export interface Resolved {
  readonly accepted: readonly Block[];
  readonly rejected: readonly Block[];
  /** Id, author and date of each change. */
  readonly changes: readonly (readonly [string, string, string])[];
}

const script = `
import base64, copy, io, json, sys, zipfile
from lxml import etree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'

def mark(element, properties):
    for name in properties:
        element = element.find(W + name) if element is not None else None
    return set() if element is None else {child.tag.replace(W, '') for child in element}

def text(paragraph):
    return ''.join('\\n' if t.tag == W + 'br' else t.text or '' for t in paragraph.iter(W + 't', W + 'delText', W + 'br'))

def joined(blocks, gone):
    # A paragraph whose end is gone runs on into the next one; before a table, and empty, it is gone with it.
    found, open_ = [], ''
    for block in blocks:
        if block.tag == W + 'p':
            open_ += text(block)
            if gone in mark(block, ['pPr', 'rPr']): continue
            found.append(open_)
            open_ = ''
        elif block.tag == W + 'tbl':
            if open_: raise Exception('text before a table without an end')
            found.append([[joined(cell, gone) for cell in row.iterchildren(W + 'tc')] for row in block.iterchildren(W + 'tr')])
    if open_: raise Exception('the last end is gone')
    return found

def resolved(body, gone):
    body = copy.deepcopy(body)
    for row in [row for row in body.iter(W + 'tr') if gone in mark(row, ['trPr'])]: row.getparent().remove(row)
    for change in [change for change in body.iter(W + gone) if change.getparent().tag == W + 'p']: change.getparent().remove(change)
    for table in [table for table in body.iter(W + 'tbl') if table.find(W + 'tr') is None]: table.getparent().remove(table)
    return joined(body, gone)

def read(data):
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read('word/document.xml')).find(W + 'body')
    changes = [[e.get(W + name) for name in ('id', 'author', 'date')] for e in body.iter(W + 'ins', W + 'del')]
    if len({change[0] for change in changes}) < len(changes): raise Exception('an id twice')
    return {'accepted': resolved(body, 'del'), 'rejected': resolved(body, 'ins'), 'changes': changes}

print(json.dumps([read(base64.b64decode(each)) for each in json.load(sys.stdin)]))
`;

export function resolved(documents: readonly Uint8Array[]): readonly Resolved[] {
  const input = JSON.stringify(documents.map((bytes) => Buffer.from(bytes).toString('base64')));
  return JSON.parse(runProgram('python', ['-c', script], input));
}
