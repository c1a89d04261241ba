// The text of word/settings.xml. docx cannot say that punctuation is not to be squeezed, nor the language of the theme.
import { xmlHead } from '../office-properties.js';
import { wordNamespace } from './namespace.js';

const office = 'http://schemas.microsoft.com/office/word';

/** Settings of Word 2013 and later (mode 15), in which a table's border, not its text, stands on the margin. */
const compatibility = [
  ['compatibilityMode', 15],
  ['overrideTableStyleFontSizeAndJustification', 1],
  ['enableOpenTypeFeatures', 1],
  ['doNotFlipMirrorIndents', 1],
  ['differentiateMultirowTableHeaders', 1],
] as const;

export const settingsPart = [
  xmlHead,
  `<w:settings ${wordNamespace}>`,
  '<w:zoom w:percent="100"/>',
  '<w:defaultTabStop w:val="420"/>',
  '<w:characterSpacingControl w:val="doNotCompress"/>',
  '<w:compat>',
  ...compatibility.map(([name, value]) => `<w:compatSetting w:name="${name}" w:uri="${office}" w:val="${value}"/>`),
  '</w:compat>',
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
  '</w:settings>',
].join('');
