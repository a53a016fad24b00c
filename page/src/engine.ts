// The engine: unpacked from this file, checked, and run in a worker made from this file. It can be stopped at any moment.

// Put here by scripts/page.
declare const WASM_DIGEST: string, WORKER: string, VERSION: string;

interface Answer {
  exit: number;
  shown: string;
  said: string;
  data: any; // What a command answers for programs; each has its own shape.
  files: [string, number][];
  gone: string[];
}

interface Progress { text: string; done: number; of: number }

class Stopped extends Error {}

const engine = {
  wasm: undefined as ArrayBuffer | undefined,
  worker: undefined as Worker | undefined,
  next: 1,
  memory: 0,
  waiting: new Map<number, { yes(answer: Uint8Array | undefined): void; no(trouble: Error): void }>(),
  listener: undefined as ((progress: Progress) => void) | undefined,
};

function post(message: { wasm?: ArrayBuffer; request?: Uint8Array }): Promise<Uint8Array | undefined> {
  return new Promise((yes, no) => {
    const id = engine.next++;
    engine.waiting.set(id, { yes, no });
    // A request is handed over, not copied: a register of a million rows is large.
    engine.worker!.postMessage({ id, ...message }, message.request ? [message.request.buffer as ArrayBuffer] : []);
  });
}

async function startEngine(): Promise<void> {
  if (!engine.wasm) {
    const text = document.getElementById("wasm")!.textContent!;
    const packed = Uint8Array.from(atob(text.trim()), sign => sign.charCodeAt(0));
    const wasm = await through(packed, new DecompressionStream("gzip"));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", wasm as BufferSource));
    if (hex(digest) !== WASM_DIGEST) throw new Said(t("page-other-engine"));
    engine.wasm = wasm.buffer as ArrayBuffer;
  }
  const address = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  const worker = engine.worker = new Worker(address);
  worker.onmessage = ({ data }) => {
    if (data.progress) return engine.listener?.(data.progress);
    const waiting = engine.waiting.get(data.id);
    engine.waiting.delete(data.id);
    engine.memory = Math.max(engine.memory, data.memory ?? 0);
    if (data.trouble) waiting?.no(new Error(data.trouble)); else waiting?.yes(data.answer);
  };
  worker.onerror = event => { for (const { no } of engine.waiting.values()) no(new Error(event.message)); engine.waiting.clear(); };
  await post({ wasm: engine.wasm });
  URL.revokeObjectURL(address);
}

/** Stops whatever the engine is doing; nothing of it is kept. */
async function stopEngine(): Promise<void> {
  engine.worker?.terminate();
  const waiting = [...engine.waiting.values()];
  engine.waiting.clear();
  for (const { no } of waiting) no(new Stopped());
  await startEngine();
}

const hex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");

/** Asks the engine for an act with these files. */
async function ask(act: string, files: Files, command: string[] = []): Promise<{ answer: Answer; files: Files }> {
  const request = {
    act, command, lang, buttons: true,
    now: Math.floor(Date.now() / 1000),
    random: hex(crypto.getRandomValues(new Uint8Array(256))),
    files: [...files].map(([name, bytes]) => [name, bytes.length]),
  };
  const head = new TextEncoder().encode(JSON.stringify(request));
  const length = new Uint8Array(new Uint32Array([head.length]).buffer);
  const bytes = (await post({ request: join([length, head, ...files.values()]) }))!;
  const size = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const answer = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Answer;
  const made: Files = new Map();
  let at = 4 + size;
  for (const [name, length] of answer.files) { made.set(name, bytes.slice(at, at + length)); at += length; }
  if (answer.exit === 70) await stopEngine();
  return { answer, files: made };
}
