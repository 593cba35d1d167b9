import type { Page, Report } from '../types.ts'

/**
 * Secrets known by the name they are given: `password = …`, `"apiKey": "…"`, "the password is …". The name carries the
 * weight, so the value must look like something a person or a machine would keep secret, not like code or prose.
 */
const PASSWORD_NAMES: ReadonlySet<string> = new Set(
  (
    'pass password passwort passwd passcode passphrase passwrd pwd kennwort losung contraseña contrasena clave motdepasse mdp senha wachtwoord hasło haslo lösenord losenord ' +
    'adgangskode passord salasana heslo jelszó parola parole şifre sifre пароль パスワード 密码 密碼 비밀번호 pin'
  ).split(' '),
)
const KEY_NAMES: ReadonlySet<string> = new Set('secret token sig signature credential credentials bearer key'.split(' '))
const LENGTHS = [...new Set([...PASSWORD_NAMES, ...KEY_NAMES].map(name => name.length))].sort((a, b) => b - a)

/** The last two letters of each: nearly every other name stops here. */
const TAILS: ReadonlySet<string> = new Set([...PASSWORD_NAMES, ...KEY_NAMES].map(name => name.slice(-2)))

/** Which of the names ends the text before a sign of assignment, whatever separates its words. */
const nameOf = (before: string): string | undefined => {
  const name = before.toLowerCase().replace(/[ _-]/g, '')
  if (!TAILS.has(name.slice(-2))) return undefined
  const length = LENGTHS.find(n => PASSWORD_NAMES.has(name.slice(-n)) || KEY_NAMES.has(name.slice(-n)))
  return length === undefined ? undefined : name.slice(-length)
}

const BASIC = /authorization["'\s]*[:=]["'\s]*basic\s+([A-Za-z0-9+/]{8,}={0,2})/gi
/** On a command line: `curl -u name:password`. */
const USER = /\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]*["']?[^\s:"'$]{1,60}:([^\s"'$]{4,80})/g
const BEARER = /(?<![A-Za-z])[Bb]earer\s+([A-Za-z0-9._~+/-]{20,}=*)/g

const QUOTED = /\s*(["'`])([^"'`\n]{3,200})\1/y
const PLAIN = /\s*([^\s"'`,;<>(){}[\]|]{3,200})/y
const SPOKEN =
  /(?<![\p{L}])(?:[Pp]assword|[Pp]asswort|[Pp]asscode|[Pp]assphrase|PASSWORD|[Kk]ennwort|[Cc]ontraseña|[Mm]ot de passe|[Ss]enha|[Ww]achtwoord|[Hh]asło|[Ll]ösenord|[Pp]assord|[Aa]dgangskode|[Ss]alasana|[Hh]eslo|[Pp]arol[ae]|[Пп]ароль|[Pp]wd|PIN)(?: (?:for|of|to|für|de|del|pour|voor|do|till|för)(?: [\p{L}\p{N}@.-]{1,30}){1,4})?(?: (?:is|was|has|been|set|reset|changed|lautet|ist|est|es|é|to|now|currently|remains|jest|är|er|on))+:? ["'`]?([^\s"'`,;<>]{4,80})/gu

/** The cores of those words; most texts have none and are done. */
const SPOKEN_CORE =
  /assw|ssc?ode|assph|ASSW|ennwort|ontrase|e passe|enha |achtwo|asło|ösenor|assord|dgangs|alasana|eslo |arol|ароль|wd |PIN /

/** Values that are code, configuration or talk about a secret. */
const NOT_A_VALUE =
  /^(?:string|str|text|null|none|nil|undefined|true|false|yes|no|required|optional|varchar.*|char|bytes?|int|integer|number|boolean|object|any|void|self|this|password|passwort|secret|token|key|value|changed?|reset|expired?|invalid|incorrect|wrong|correct|valid|missing|empty|hidden|redacted|masked|removed|encrypted|hashed|protected|set|sent|stored|needed|not|the|your|my|a|an|must|should|at|in|is|and|or|for|with|input|prompt|field|type|hash|bcrypt|example|placeholder|default|n\/a|tbd|todo|vorhanden|erforderlich|falsch|obligatoire|requis|obligatorio|same|too|also|only|here|below|above|following|enter|please|minimum|auto|session|basic|bearer|digest)[.:!?]*$/i
const REFERENCE =
  /^(?:\$|%\w+%|\{\{|<|\[|@|#\{|process\.|os\.|env\.|config\.|settings\.|self\.|this\.|req\.|request\.|args\.|options\.|params\.|props\.|secrets\.|vault[.:]|\w+\(|!Ref|arn:|\/|\.\/|https?:)|^[*•●x.#_-]+$|^your[-_ ]|[-_]here$|^\w+\.\w+\.\w+$|\($|\)$/i

const looksRandom = (value: string): boolean => {
  if (value.length < 16 || !/^[\w+/=.~:-]+$/.test(value)) return false
  const classes = Number(/[a-z]/.test(value)) + Number(/[A-Z]/.test(value)) + Number(/\d/.test(value))
  return classes >= 2 && /\d/.test(value) && entropy(value) > 3 && !/^[a-z]+(?:[-_.][a-z]+)+\d*$/i.test(value)
}

/** Shannon entropy of the characters, in bits each. */
const entropy = (value: string): number => {
  const counts = new Map<string, number>()
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}

const looksChosen = (value: string): boolean =>
  value.length >= 4 &&
  !NOT_A_VALUE.test(value) &&
  !REFERENCE.test(value) &&
  (/\d/.test(value) || /[^\p{L}\p{N}.]/u.test(value.slice(0, -1)) || /\p{Ll}\p{Lu}/u.test(value))

export const assignedSecrets = ({ text, survey }: Page, report: Report): void => {
  for (const at of survey.assignments) {
    const before = text.slice(Math.max(0, at - 40), at).replace(/["'`\]\s*]+$/, '')
    const name = nameOf(before)
    if (name === undefined) continue
    const isPassword = PASSWORD_NAMES.has(name)
    let from = at + 1
    while (from < text.length && from < at + 3 && /[=:>]/.test(text.charAt(from))) from++
    QUOTED.lastIndex = from
    const quoted = QUOTED.exec(text)
    PLAIN.lastIndex = from
    const plain = quoted ? null : PLAIN.exec(text)
    const whole = quoted?.[0] ?? plain?.[0]
    let value = quoted?.[2] ?? plain?.[1]
    if (value === undefined || whole === undefined) continue
    if (!quoted) value = value.replace(/[.,:!?]+$/, '')
    const start = from + whole.indexOf(value)
    const end = start + value.length
    if (NOT_A_VALUE.test(value) || REFERENCE.test(value) || text.charAt(end) === '(') continue
    const pin = name === 'pin'
    if (
      pin
        ? /(?<![A-Za-z])pin$/i.test(before) && /^\d{4,8}$/.test(value)
        : isPassword && (quoted || looksChosen(value) || (text.charAt(at) === '=' && value.length >= 6 && /^[\w!@#$%^&*-]+$/.test(value)))
    )
      report({ type: 'SECRET', kind: pin ? 'pin' : 'password', start, end, confidence: looksChosen(value) ? 0.9 : 0.6 })
    else if (!isPassword && looksRandom(value)) report({ type: 'SECRET', kind: 'api-key', start, end, confidence: 0.85 })
  }
  for (const match of SPOKEN_CORE.test(text) ? text.matchAll(SPOKEN) : []) {
    const value = (match[1] ?? '').replace(/[.,:;!?)]+$/, tail => (tail.startsWith('!') ? '!' : ''))
    if (!looksChosen(value)) continue
    const start = match.index + match[0].lastIndexOf(match[1] ?? '')
    report({ type: 'SECRET', kind: 'password', start, end: start + value.length, confidence: 0.85 })
  }
  for (const match of text.includes('curl') ? text.matchAll(USER) : []) {
    const value = match[1] ?? ''
    const end = match.index + match[0].length
    if (looksChosen(value)) report({ type: 'SECRET', kind: 'password', start: end - value.length, end, confidence: 0.85 })
  }
  for (const [pattern, kind] of [
    [BASIC, 'basic-auth'],
    [BEARER, 'bearer-token'],
  ] as const)
    if (survey.runs.length > 0)
      for (const match of text.matchAll(pattern)) {
        const value = match[1] ?? ''
        if (kind === 'bearer-token' && !looksRandom(value)) continue
        report({
          type: 'SECRET',
          kind,
          start: match.index + match[0].length - value.length,
          end: match.index + match[0].length,
          confidence: 0.93,
        })
      }
}
