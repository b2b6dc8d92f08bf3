import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Indonesian. Form: no kamu, no Anda. */
export const id: Language = {
	tag: "id",
	label: "Bahasa Indonesia",
	english: "Indonesian",
	between: " ",
	hours: {
		0: "Selamat malam",
		1: null,
		4: "Selamat pagi",
		10: "Selamat siang",
		15: "Selamat sore",
		18: "Selamat malam",
	},
	plainGreeting: "Halo",
	neutralName: "tamu kami",
	neutralAmong: "satu tamu lagi",
	misnamed: " (maaf, namanya tadi salah)",
	texts: {
		early: [
			"{greeting}, {name}! Masih awal, jadi tempat terbaik masih kosong. Mulai {start}.",
			"Silakan masuk, {name}! Masih sempat minum kopi. Mulai {start}.",
		],
		onTime: [
			"{greeting}, {name}! Terima kasih sudah bergabung.",
			"Selamat datang, {name}! Anggap saja rumah sendiri.",
			"{greeting}, {name}! Senang bisa berkumpul di sini.",
		],
		late: [
			"{greeting}, {name}! Syukurlah sempat bergabung.",
			"Silakan masuk, {name}! Tempatnya masih ada.",
			"Sebentar, mari sambut {name}. Selamat datang!",
		],
		note: ["Sekarang kita di sini: {note}", "Supaya bisa langsung ikut: {note}"],
		returning: [
			"Tamu lama selalu dirindukan.",
			"Kursi langganan sudah menunggu.",
			"{visits, plural, =2 {Ini sudah yang kedua kalinya.} other {Kehadirannya selalu ditunggu.}}",
		],
		expected: ["Kami memang menanti.", "Sudah lama dinantikan."],
		missed: [
			"Maaf, tadi saya tidak menyambut di pintu. Itu kesalahan saya.",
			"Tadi belum sempat disapa, maaf. Itu salah saya.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Kami sedang tutup, tapi silakan masuk.",
				"Silakan masuk, {name}! Kursinya sudah dirapikan, tapi pintunya terbuka.",
			],
			" Pertemuan berikutnya: {next}",
			" Yang terlewat ada di sini: {recap}",
		),
		lookBack: [
			writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Rangkumannya ada di sini: {recap}" }),
		],
		thanks: ["Terima kasih sudah datang, {name}!", "Senang bisa bersama, {name}. Sampai jumpa lagi!"],
	},
};
