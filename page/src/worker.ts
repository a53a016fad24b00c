// Runs in a worker of its own: hands bytes to the engine and back, and keeps nothing.

interface Engine {
  memory: WebAssembly.Memory;
  alloc(length: number): number;
  call(at: number, length: number): number;
  length(): number;
  free(at: number, length: number): void;
}

let engine: Engine | undefined;
let last = 0;

function progress(at: number, length: number, done: number, of: number): void {
  const now = performance.now();
  if (!engine || now - last < 80) return;
  last = now;
  const text = new TextDecoder().decode(new Uint8Array(engine.memory.buffer, at, length));
  postMessage({ progress: { text, done, of } });
}

async function start(wasm: BufferSource): Promise<void> {
  const module = await WebAssembly.compile(wasm);
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = { page: { progress } };
  // What a library under the engine names besides is never called: the engine has neither clock nor chance of its own.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] ??= () => { throw new Error(`${from}.${name}`); };
  }
  engine = (await WebAssembly.instantiate(module, imports)).exports as unknown as Engine;
}

function call(request: Uint8Array): Uint8Array {
  const own = engine!;
  const ask = (bytes: Uint8Array) => {
    const at = own.alloc(bytes.length);
    new Uint8Array(own.memory.buffer).set(bytes, at);
    const answer = own.call(at, bytes.length);
    const given = new Uint8Array(own.memory.buffer, answer, own.length()).slice();
    own.free(answer, given.length);
    return given;
  };
  try { return ask(request); }
  // It stopped because of a mistake in it, and left word of that.
  catch { return ask(new Uint8Array()); }
}

self.onmessage = async ({ data }: MessageEvent<{ id: number; wasm?: ArrayBuffer; request?: Uint8Array }>) => {
  try {
    if (data.wasm) {
      await start(data.wasm);
      postMessage({ id: data.id });
    } else {
      const answer = call(data.request!);
      postMessage({ id: data.id, answer, memory: engine!.memory.buffer.byteLength }, { transfer: [answer.buffer as ArrayBuffer] });
    }
  } catch (trouble) { postMessage({ id: data.id, trouble: String(trouble) }); }
};
