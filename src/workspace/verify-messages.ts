// What is said of files that cannot be verified: the words only.
import type { Words } from '../base/finding.js';

export const verifyMessages = {
  noFile: (path: string): Words => ({
    zh: `${path} 是文件夹，不是文件。请写出要核对的文件，比如 ${path}/*.pdf。`,
    en: `${path} is a folder, not a file. Name the files to be verified, such as ${path}/*.pdf.`,
  }),
} as const;
