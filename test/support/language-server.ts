// Speaks with the YAML language server as an editor does: JSON-RPC over its standard input and output.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);
const root = new URL('../../', import.meta.url);

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface LanguageServer {
  /** Opens a text as the file of that path in the workspace and waits for what the server marks in it. */
  open(path: string, text: string): Promise<readonly Diagnostic[]>;
  /** The labels offered at a 0-based position of an open file. */
  complete(path: string, line: number, character: number): Promise<readonly string[]>;
  /** What is shown over a 0-based position of an open file. */
  hover(path: string, line: number, character: number): Promise<string>;
  close(): Promise<void>;
}

/** `settings` are an editor's, by their dotted names, as in .vscode/settings.json. */
export async function startLanguageServer(settings: Readonly<Record<string, unknown>>): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (message: Message) => void>();
  const diagnostics = new Map<string, (found: readonly Diagnostic[]) => void>();
  let sent = 0;

  const send = (message: Message): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const request = async <T>(method: string, params: unknown): Promise<T> => {
    sent += 1;
    const id = sent;
    const answer = new Promise<Message>((resolve) => answers.set(id, resolve));
    send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  };

  const receive = (message: Message): void => {
    const { id, method, params } = message;
    if (method === undefined && id !== undefined) answers.get(id)?.(message);
    else if (method === 'workspace/configuration') send({ id, result: sections(params, settings) } as Message);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics: found } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      diagnostics.get(uri)?.(found);
    } else if (id !== undefined) send({ id, result: null });
  };
  child.stdout.on('data', frames(receive));

  const uriOf = (path: string) => new URL(path, root).href;
  await request('initialize', {
    processId: process.pid,
    rootUri: root.href,
    workspaceFolders: [{ uri: root.href, name: 'workspace' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ['markdown'] }, completion: {} },
    },
  });
  send({ method: 'initialized', params: {} });
  send({
    method: 'workspace/didChangeConfiguration',
    params: { settings: sections({ items: [{ section: '' }] }, settings)[0] },
  });

  return {
    async open(path, text) {
      const uri = uriOf(path);
      const found = new Promise<readonly Diagnostic[]>((resolve) => diagnostics.set(uri, resolve));
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
      return found;
    },
    async complete(path, line, character) {
      const { items } = await request<{ items: readonly { label: string }[] }>('textDocument/completion', {
        textDocument: { uri: uriOf(path) },
        position: { line, character },
      });
      return items.map(({ label }) => label);
    },
    async hover(path, line, character) {
      const shown = await request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri: uriOf(path) },
        position: { line, character },
      });
      return shown?.contents.value ?? '';
    },
    async close() {
      await request('shutdown', null);
      const ended = once(child, 'exit');
      send({ method: 'exit' });
      child.stdin.end();
      await ended;
    },
  };
}

/** Calls `receive` with every whole message in the stream. */
function frames(receive: (message: Message) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = /Content-Length: ([0-9]+)/i.exec(rest.subarray(0, Math.max(end, 0)).toString())?.[1];
      if (length === undefined || rest.length < end + 4 + Number(length)) return;
      const body = rest.subarray(end + 4, end + 4 + Number(length)).toString();
      rest = rest.subarray(end + 4 + Number(length));
      receive(JSON.parse(body) as Message);
    }
  };
}

/** The parts of the settings that the server asks for, nested as an editor nests dotted names. */
function sections(params: unknown, settings: Readonly<Record<string, unknown>>): readonly unknown[] {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    const steps = name.startsWith('[') ? [name] : name.split('.');
    let at = nested;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1) ?? ''] = value;
  }
  const { items } = params as { items: readonly { readonly section?: string }[] };
  return items.map(({ section = '' }) => (section === '' ? nested : (nested[section] ?? null)));
}
