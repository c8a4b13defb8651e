// Draws the icon at every size: a blue-green speech bubble holding a pause sign. Run: node extension/icons/draw.mjs
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";

const SIZES = [16, 32, 48, 128];
const SAMPLES = 8; // per side of a pixel: smooth edges without a drawing library
const TOP = [28, 150, 142];
const BOTTOM = [10, 88, 98];

/** Signed distance to a rounded box of centre (cx, cy), half sizes (hx, hy) and corner radius r. */
function roundedBox(x, y, cx, cy, hx, hy, r) {
  const dx = Math.abs(x - cx) - hx + r;
  const dy = Math.abs(y - cy) - hy + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
}

/** The tail of the bubble: a triangle under its left half. */
function inTail(x, y) {
  return y >= 0.7 && y <= 0.97 && x >= 0.22 && x <= 0.22 + (0.97 - y) * 1.15;
}

const inBubble = (x, y) => roundedBox(x, y, 0.5, 0.43, 0.47, 0.4, 0.22) < 0 || inTail(x, y);
const inBars = (x, y) => [0.375, 0.625].some((cx) => roundedBox(x, y, cx, 0.43, 0.075, 0.21, 0.06) < 0);

/** Colour and coverage of one pixel. */
function pixel(column, row, size) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    if (!inBubble(x, y)) continue;
    const colour = inBars(x, y) ? [255, 255, 255] : TOP.map((top, c) => top + (BOTTOM[c] - top) * y);
    colour.forEach((value, c) => (sum[c] += value));
    sum[3] += 1;
  }
  if (sum[3] === 0) return [0, 0, 0, 0];
  return [...sum.slice(0, 3).map((value) => Math.round(value / sum[3])), Math.round((255 * sum[3]) / SAMPLES ** 2)];
}

/** CRC-32 as PNG wants it; zlib offers its own only in later versions of Node. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const rows = [];
  for (let row = 0; row < size; row++) {
    rows.push(0); // no filter
    for (let column = 0; column < size; column++) rows.push(...pixel(column, row, size));
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

const folder = dirname(fileURLToPath(import.meta.url));
for (const size of SIZES) writeFileSync(join(folder, `${size}.png`), png(size));
