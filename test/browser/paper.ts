/** How many pages a PDF has, by its page objects (ISO 32000-1, 7.7.3.3). */
export const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
