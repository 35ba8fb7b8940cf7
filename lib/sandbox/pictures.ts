import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Reply } from "./http/reply";

type Colour = readonly [red: number, green: number, blue: number];
type Canvas = {
  width: number;
  height: number;
  fill: (x: number, y: number, w: number, h: number, colour: number) => void;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PICTURE_PATH = /^\/[\w./-]{1,200}\.(?:png|jpe?g|gif|webp)$/;

/** The vendors' picture hosts: every path that ends like a picture has one, drawn from its name and always a PNG. */
export function answerPicture(method: string, path: string): Reply | undefined {
  if (method !== "GET" || !PICTURE_PATH.test(path)) return undefined;
  return { status: 200, headers: { "content-type": "image/png" }, body: drawPicture(path) };
}

function drawPicture(path: string): Buffer {
  const seed = createHash("sha256").update(path.replace(/^.*\//, "")).digest();
  const palette = paletteOf((seed[0] ?? 0) / 255);
  if (path.includes("icon")) return png(96, 96, palette, (canvas) => drawIcon(canvas, seed));
  return png(640, 360, palette, (canvas) => drawScreen(canvas, seed));
}

/** Paper, line, tone, pale tone, deep tone. */
function paletteOf(hue: number): Colour[] {
  const tone = (lightness: number, strength: number): Colour => {
    const channel = (turn: number) =>
      Math.min(255, Math.round(255 * lightness * (1 + strength * Math.cos(2 * Math.PI * (hue + turn)))));
    return [channel(0), channel(1 / 3), channel(2 / 3)];
  };
  return [[255, 255, 255], [226, 230, 236], tone(0.55, 0.35), tone(0.88, 0.08), tone(0.3, 0.4)];
}

function drawIcon({ fill }: Canvas, seed: Buffer): void {
  fill(8, 8, 80, 80, 2);
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 2; column += 1) {
      if (((seed[row * 2 + column + 1] ?? 0) & 1) === 0) continue;
      fill(20 + column * 14, 20 + row * 14, 14, 14, 3);
      fill(62 - column * 14, 20 + row * 14, 14, 14, 3);
    }
  }
}

/** The screen of some program: a bar on top, a list at the left, columns of figures, a table below. */
function drawScreen({ width, height, fill }: Canvas, seed: Buffer): void {
  fill(0, 0, width, 36, 4);
  fill(16, 12, 96, 12, 3);
  fill(0, 36, 148, height - 36, 3);
  for (let line = 0; line < 8; line += 1)
    fill(16, 56 + line * 30, 60 + ((seed[line + 1] ?? 0) % 56), 10, line === 1 ? 2 : 1);
  for (let column = 0; column < 12; column += 1) {
    const tall = 24 + ((seed[column + 9] ?? 0) % 110);
    fill(172 + column * 38, 200 - tall, 24, tall, column % 4 === 3 ? 4 : 2);
  }
  for (let row = 0; row < 4; row += 1) {
    fill(172, 224 + row * 30, width - 196, 1, 1);
    fill(172, 234 + row * 30, 90 + ((seed[row + 21] ?? 0) % 120), 10, 1);
    fill(width - 84, 234 + row * 30, 60, 10, 3);
  }
}

function png(width: number, height: number, palette: readonly Colour[], draw: (canvas: Canvas) => void): Buffer {
  const rowBytes = width + 1;
  const pixels = Buffer.alloc(rowBytes * height);
  const fill: Canvas["fill"] = (x, y, w, h, colour) => {
    for (let row = y; row < Math.min(height, y + h); row += 1) {
      pixels.fill(colour, row * rowBytes + 1 + x, row * rowBytes + 1 + Math.min(width, x + w));
    }
  };
  draw({ width, height, fill });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, each a number of the palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
