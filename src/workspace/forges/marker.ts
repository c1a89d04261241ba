// How our comment is known again: an HTML comment that nobody sees, the very first thing in it. Of several workspaces in one repository
// each has its own.

/** `prefix` leads from the top of the repository to the workspace; empty where they are the same. */
export function markerOf(prefix: string): string {
  const folder = prefix.replace(/\/$/, '');
  // Two hyphens would end an HTML comment; what is no text at all in a folder's name becomes U+FFFD on the way through bytes.
  const name = encodeURIComponent(Buffer.from(folder).toString()).replaceAll('-', '%2D').replaceAll('%2F', '/');
  return folder === '' ? '<!-- shenbao review -->' : `<!-- shenbao review ${name} -->`;
}
