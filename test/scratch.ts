import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux has files in memory, if it has. */
const IN_MEMORY = "/dev/shm";
/** All databases of a run of the tests together are far smaller. */
const ROOM_BYTES = 1024 ** 3;

const place = isRoomy(IN_MEMORY) ? IN_MEMORY : tmpdir();

/** Makes a folder for what need not outlive a test: in memory where there is room, as small databases mostly wait for the disk. */
export function scratchFolder(prefix: string): string {
	return mkdtempSync(join(place, prefix));
}

function isRoomy(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize > ROOM_BYTES;
	} catch {
		return false; // not on this machine
	}
}
