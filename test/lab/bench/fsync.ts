import { type FileHandle, open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { spreadOf } from "./spread.ts";

const TIMES = 50;
const PAGE_BYTES = 4_096;
/** The type of a file system that is in memory (Linux, statfs(2)). */
const TMPFS = 0x01021994;

/** What it takes by itself to have a page on the disk, where the bots keep their files. */
export interface Fsync {
	/** Of one page written and waited for, in milliseconds. */
	median: number;
	/** There is no disk to wait for: what is measured here says nothing about one. */
	inMemory: boolean;
}

/** Measures it in a folder, which must be writable. */
export async function measureFsync(folder: string): Promise<Fsync> {
	const path = join(folder, `byname-bench-fsync-${process.pid}`);
	const file = await open(path, "w");
	try {
		const times: number[] = [];
		for (let n = 0; n < TIMES; n++) times.push(await timed(file));
		return { median: spreadOf(times).median, inMemory: (await statfs(folder)).type === TMPFS };
	} finally {
		await file.close();
		await rm(path);
	}
}

async function timed(file: FileHandle): Promise<number> {
	const from = performance.now();
	await file.write(Buffer.alloc(PAGE_BYTES));
	await file.datasync();
	return performance.now() - from;
}
