/** Check-digit schemes that several countries share. All take digits only and answer whether the whole number fits. */

/** Luhn (ISO/IEC 7812-1 annex B): every second digit from the right doubled. */
export const luhn = (digits: string): boolean => {
  let sum = 0
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** Sum of digit × weight, over as many digits as there are weights. */
export const weighted = (digits: string, weights: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] ?? 0)
  return sum
}

/** ISO/IEC 7064 MOD 11,10, as in the German tax id. */
export const mod11Of10 = (digits: string): boolean => {
  let check = 10
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digits.charCodeAt(i) - 48 + check) % 10
    check = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - check) % 10 === digits.charCodeAt(digits.length - 1) - 48
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits (A = 10 … Z = 35), without big integers. */
export const mod97 = (text: string): number => {
  let rest = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < 58 ? code - 48 : code - 55
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest
}

const D = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210'
const P = '01234567891576283094580379614289160435279453126870428657390127938064157046913258'

/** Verhoeff (1969), the dihedral-group scheme of Aadhaar: tables D (multiplication) and P (permutation), row by row. */
export const verhoeff = (digits: string): boolean => {
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    check = D.charCodeAt(check * 10 + P.charCodeAt((i % 8) * 10 + digit) - 48) - 48
  }
  return check === 0
}

/** Whether year, month and day name a day that exists. `month` is 1–12. */
export const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
}

/** The same for two-digit years, where either century will do. */
export const isShortDay = (yy: string, mm: string, dd: string): boolean =>
  isDay(1900 + Number(yy), Number(mm), Number(dd)) || isDay(2000 + Number(yy), Number(mm), Number(dd))
