// Zip files, by the browser's own compression. The same files give the same bytes: no clock, no names of a system.

type Files = Map<string, Uint8Array>;

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

async function through(bytes: Uint8Array, pipe: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(pipe as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(stream as ReadableStream<BufferSource>).arrayBuffer());
}

/** 1 January 1980, the first day that a zip can name. */
const DAY = 0x21;

/** A zip of these files, by their names. */
async function zip(files: Files): Promise<Uint8Array> {
  const parts: Uint8Array[] = [], central: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const own = new TextEncoder().encode(name);
    const packed = await through(bytes, new CompressionStream("deflate-raw"));
    const head = new DataView(new ArrayBuffer(26));
    // Needs version 2.0; names are UTF-8; deflated; no time; the day; the sum; both sizes; the length of the name.
    [[0, 20], [2, 0x800], [4, 8], [6, 0], [8, DAY], [22, own.length], [24, 0]].forEach(([place, n]) => head.setUint16(place!, n!, true));
    [[10, crc(bytes)], [14, packed.length], [18, bytes.length]].forEach(([place, n]) => head.setUint32(place!, n!, true));
    const common = new Uint8Array(head.buffer);
    const local = join([Uint8Array.of(0x50, 0x4b, 3, 4), common, own]);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, at, true);
    central.push(join([Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), common, new Uint8Array(tail.buffer), own]));
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const index = join(central);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, central.length, true);
  end.setUint16(10, central.length, true);
  end.setUint32(12, index.length, true);
  end.setUint32(16, at, true);
  return join([...parts, index, new Uint8Array(end.buffer)]);
}

/** The files of a zip. Throws what is said of one that is none, or is broken. */
async function unzip(bytes: Uint8Array, name: string): Promise<Files> {
  const torn = () => new Said(t("page-not-zip", { name }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw torn();
  const files: Files = new Map();
  let at = view.getUint32(end + 16, true), total = 0;
  try {
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== 0x02014b50) throw torn();
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [sum, packed, size] = [16, 20, 24].map(place => view.getUint32(at + place, true)) as [number, number, number];
      const [names, extra, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true)) as [number, number, number];
      const local = view.getUint32(at + 42, true);
      const own = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + names)).replaceAll("\\", "/");
      at += 46 + names + extra + comment;
      if (own.endsWith("/")) continue;
      total += size;
      // A zip of a few bytes can stand for more than any machine holds.
      if (flags & 1 || total > 1 << 30) throw torn();
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const inside = bytes.subarray(start, start + packed);
      const found = method === 0 ? inside : method === 8 ? await through(inside, new DecompressionStream("deflate-raw")) : null;
      if (!found || found.length !== size || crc(found) !== sum || files.has(own) || own.split("/").includes("..")) throw torn();
      files.set(own.replace(/^\/+/, ""), found);
    }
  } catch (trouble) { throw trouble instanceof Said ? trouble : torn(); }
  return files;
}

function join(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}
