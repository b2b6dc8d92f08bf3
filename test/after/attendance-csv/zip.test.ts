import { crc32, inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { zipped } from "../../../src/after/attendance-csv/zip.ts";

/** What is in an archive of one file, found the way programs do: from its end backwards (APPNOTE.TXT, 4.3). */
function unzip(archive: Buffer) {
	const end = archive.subarray(-22);
	const [files, size, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
	const central = archive.subarray(from, from + size);
	const [method, crc, packed, length] = [
		central.readUInt16LE(10),
		central.readUInt32LE(16),
		central.readUInt32LE(20),
		central.readUInt32LE(24),
	];
	const [nameLength, at] = [central.readUInt16LE(28), central.readUInt32LE(42)];
	const local = archive.subarray(at);
	const begins = 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
	const bytes = inflateRawSync(local.subarray(begins, begins + packed));
	return {
		...{
			end: end.toString("latin1", 0, 4),
			central: central.toString("latin1", 0, 4),
			local: local.toString("latin1", 0, 4),
		},
		...{ files, method, rest: central.length - 46 - nameLength },
		names: [central.toString("utf8", 46, 46 + nameLength), local.toString("utf8", 30, 30 + nameLength)],
		...{ bytes, isWhole: crc === crc32(bytes) && length === bytes.length },
	};
}

it("packs a file so that it can be unpacked", async () => {
	const bytes = Buffer.from("\ufeffMaya,ورشة\r\n".repeat(50_000));
	const archive = await zipped("attendees-2026-03-03.csv", [bytes.subarray(0, 70_001), bytes.subarray(70_001)]);
	expect(archive.length).toBeLessThan(bytes.length / 50);
	const { bytes: unpacked, ...rest } = unzip(archive);
	expect(unpacked.equals(bytes)).toBe(true);
	expect(rest).toEqual({
		...{ end: "PK\u0005\u0006", central: "PK\u0001\u0002", local: "PK\u0003\u0004", files: 1, method: 8, rest: 0 },
		names: ["attendees-2026-03-03.csv", "attendees-2026-03-03.csv"],
		isWhole: true,
	});
});
