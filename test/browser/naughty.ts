import type { Page } from 'playwright'

/** What people type by mistake, for fun or to do harm; ours, by kind. None holds what the server refuses in every text. */
const strings = {
  markup: '<b class=naughty>x</b><img src=x onerror=globalThis.naughty=1><script>globalThis.naughty=1</script>',
  attributes: `"'\`> onfocus=globalThis.naughty=1 autofocus javascript:globalThis.naughty=1`,
  templates: '${7*7} {{7*7}} <%= 7*7 %> #{7*7} {% raw %} %s %n &lt;b&gt; &#x3c;',
  database: `'; drop table solution; -- " or 1=1 /* ../../etc/passwd C:\\con %00 %2e%2e`,
  likeNothing: 'null undefined NaN None true false 0 -0 1e999 0x1F [object Object]',
  formulas: `=cmd|' /C calc'!A0`,
  scripts: 'שלום عليكم 你好 สวัสดี İıß ﬃ 𝕌𐍈𠜎 ﷽',
  invisible: 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u200e\u200fh',
  joined: '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇪🇺 1️⃣ e\u0301',
  flood: `Z${'\u0351\u0327\u0334'.repeat(25)}`,
  long: 'Wwmi'.repeat(22),
} as const

/** For a field of one line that takes a hundred characters. */
export const lines: readonly string[] = Object.values(strings).map(text => text.slice(0, 118))
/** All of them at once, with line ends and spaces about them: for a field of several lines. */
export const together = `  ${Object.values(strings).join('\n')}\r\n\t `

/** More than any field takes. */
export const tooLong = 'Wwmi'.repeat(2_600)

/** Nothing of what was typed became more than text. */
export const becameMore = async (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...(globalThis.naughty === undefined ? [] : ['a script ran']), ...[...document.querySelectorAll('.naughty, img[src=x]')].map(each => each.outerHTML)]`,
  )
