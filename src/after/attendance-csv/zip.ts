import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

const NAME_IS_UTF_8 = 1 << 11;
const DEFLATED = 8;
/** The version of the format that a reader has to know for that. */
const VERSION = 20;
/** 1 January 1980, as the format counts: what is in the file tells when it was made. */
const NO_DATE = 0x21;

/**
 * Packs one file, given in pieces, into a ZIP archive (APPNOTE.TXT of PKWARE), which every system opens by itself. It is below
 * 4 GB.
 */
export async function zipped(name: string, pieces: readonly Buffer[]): Promise<Buffer> {
	const packed = await deflated(pieces);
	const title = Buffer.from(name);
	const said = Buffer.alloc(26);
	said.writeUInt16LE(VERSION, 0);
	said.writeUInt16LE(NAME_IS_UTF_8, 2);
	said.writeUInt16LE(DEFLATED, 4);
	said.writeUInt16LE(NO_DATE, 8);
	said.writeUInt32LE(
		pieces.reduce((crc, piece) => crc32(piece, crc), 0),
		10,
	);
	said.writeUInt32LE(packed.length, 14);
	said.writeUInt32LE(sizeOf(pieces), 18);
	said.writeUInt16LE(title.length, 22);
	const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), said, title, packed]);

	// Comment, disk, attributes and where the file begins are all zero.
	const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), uint16(VERSION), said, Buffer.alloc(14), title]);
	const end = Buffer.concat([
		Buffer.from("PK\u0005\u0006"),
		uint16(0, 0, 1, 1),
		uint32(central.length, local.length),
		uint16(0),
	]);
	return Buffer.concat([local, central, end]);
}

/** How many bytes there are. */
export function sizeOf(pieces: readonly Buffer[]): number {
	return pieces.reduce((size, piece) => size + piece.length, 0);
}

async function deflated(pieces: readonly Buffer[]): Promise<Buffer> {
	const packed: Buffer[] = [];
	for await (const piece of Readable.from(pieces).pipe(createDeflateRaw())) packed.push(piece);
	return Buffer.concat(packed);
}

function uint16(...numbers: number[]): Buffer {
	return Buffer.from(Uint16Array.from(numbers).buffer);
}

function uint32(...numbers: number[]): Buffer {
	return Buffer.from(Uint32Array.from(numbers).buffer);
}
