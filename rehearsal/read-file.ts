import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Attendance } from "./attendance/attendance.ts";
import { readAttendance } from "./attendance/read.ts";
import { FileRefused } from "./file-refused.ts";
import { harmless } from "./harmless.ts";

/** No attendance export comes near this. */
const LARGEST_EXPORT_MB = 100;

/**
 * Reads an attendance export. A path that is not absolute is looked for in each folder in turn. Throws `FileRefused` with a
 * sentence to show.
 */
export async function readAttendanceFile(path: string, folders: readonly string[]): Promise<Attendance> {
	return readAttendance(await bytesOf(path, folders, LARGEST_EXPORT_MB), harmless(basename(path)));
}

/** Reads a file of at most so many megabytes, likewise. */
export async function bytesOf(path: string, folders: readonly string[], mostMb: number): Promise<Uint8Array> {
	try {
		return await read(path, folders, mostMb);
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? REASONS[String(error.code)] : undefined;
		if (reason === undefined) throw error;
		throw new FileRefused(`${harmless(path)}: ${reason}`);
	}
}

const REASONS: Record<string, string> = {
	ENOENT: "there is no such file",
	ENOTDIR: "there is no such file",
	EISDIR: "expected a file, found a folder",
	EACCES: "this file may not be read: its permissions forbid it",
	EPERM: "this file may not be read: its permissions forbid it",
	ELOOP: "there is no such file: its links go round in a circle",
	ENAMETOOLONG: "there is no such file",
	EIO: "this file cannot be read: the disk reports an error",
	ERR_INVALID_ARG_VALUE: "there is no such file",
};

async function read(path: string, folders: readonly string[], mostMb: number): Promise<Uint8Array> {
	const file = await firstThatIs(folders.map((folder) => resolve(folder, path)));
	const { size, isDevice } = await stat(file).then((found) => ({
		size: found.size,
		isDevice: found.isCharacterDevice() || found.isBlockDevice() || found.isSocket(),
	}));
	const name = harmless(path);
	if (isDevice) throw new FileRefused(`${name}: expected a file, found a device`);
	const mb = size / 1024 / 1024;
	if (mb > mostMb) throw new FileRefused(`${name}: expected at most ${mostMb} MB, found ${mb.toFixed(1)} MB`);
	return readFile(file);
}

async function firstThatIs(files: readonly string[]): Promise<string> {
	for (const file of files) {
		const found = await stat(file).catch(() => null);
		if (found) return file;
	}
	return files[0] ?? "";
}
