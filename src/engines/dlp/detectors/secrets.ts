import type { Detector, Page, Report } from '../types.ts'
import { assignedSecrets } from './secrets-assigned.ts'

/**
 * Tokens that say themselves what they are. Forms as the issuers document them; the prefix alone is rare enough that
 * no label is needed. Quantities are at least what is issued today: longer ones appear without notice.
 */
const TOKENS: readonly (readonly [kind: string, pattern: string])[] = [
  ['aws-access-key', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])'],
  ['github-token', 'gh[pousr]_[A-Za-z0-9]{36,255}'],
  ['github-token', 'github_pat_[A-Za-z0-9_]{60,255}'],
  ['gitlab-token', 'gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent|oas)-[A-Za-z0-9_-]{20,64}'],
  ['slack-token', 'xox[abeoprs]-[A-Za-z0-9-]{10,250}'],
  ['slack-token', 'xapp-\\d-[A-Za-z0-9-]{20,250}'],
  ['stripe-key', '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,247}'],
  ['stripe-key', 'whsec_[A-Za-z0-9+/]{32,64}={0,2}'],
  ['google-api-key', 'AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])'],
  ['google-oauth', 'ya29\\.[A-Za-z0-9_-]{20,400}'],
  ['google-oauth', 'GOCSPX-[A-Za-z0-9_-]{28}'],
  ['anthropic-key', 'sk-ant-[A-Za-z0-9_-]{20,200}'],
  ['openai-key', 'sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,200}'],
  ['openai-key', 'sk-[A-Za-z0-9]{32,64}(?![A-Za-z0-9])'],
  ['openrouter-key', 'sk-or-v1-[0-9a-f]{64}'],
  ['groq-key', 'gsk_[A-Za-z0-9]{40,64}'],
  ['perplexity-key', 'pplx-[A-Za-z0-9]{40,64}'],
  ['huggingface-token', 'hf_[A-Za-z0-9]{30,64}'],
  ['replicate-token', 'r8_[A-Za-z0-9]{37,40}'],
  ['npm-token', 'npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])'],
  ['pypi-token', 'pypi-[A-Za-z0-9_-]{50,300}'],
  ['rubygems-key', 'rubygems_[0-9a-f]{48}'],
  ['docker-token', 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,64}'],
  ['sendgrid-key', 'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}'],
  ['mailgun-key', 'key-[0-9a-f]{32}(?![0-9a-f])'],
  ['mailchimp-key', '[0-9a-f]{32}-us\\d{1,2}(?![A-Za-z0-9])'],
  ['twilio-key', '(?:SK|AC)[0-9a-f]{32}(?![0-9a-f])'],
  ['azure-client-secret', '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}'],
  ['databricks-token', 'dapi[0-9a-f]{32}(?:-\\d)?'],
  ['digitalocean-token', 'do[opr]_v1_[0-9a-f]{64}'],
  ['shopify-token', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['square-token', '(?:sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_-]{60})'],
  ['vault-token', 'hv[sbr]\\.[A-Za-z0-9_-]{24,300}'],
  ['terraform-token', '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}'],
  ['doppler-token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9.]{40,60}'],
  ['newrelic-key', 'NRAK-[A-Z0-9]{27}|NRII-[A-Za-z0-9-]{32}'],
  ['postman-key', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
  ['linear-key', 'lin_(?:api|oauth)_[A-Za-z0-9]{32,64}'],
  ['notion-token', 'ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])'],
  ['figma-token', 'fig[du]r?_[A-Za-z0-9_-]{36,60}'],
  ['atlassian-token', 'AT(?:ATT3|CTT3|BB)[A-Za-z0-9_=-]{24,250}'],
  ['grafana-token', 'gl(?:sa|c)_[A-Za-z0-9+/=_-]{32,250}'],
  ['planetscale-token', 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64}'],
  ['sentry-token', 'sntry[su]_[A-Za-z0-9+/=_-]{40,250}'],
  ['supabase-token', 'sbp_[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{20,64}'],
  ['dropbox-token', 'sl\\.[A-Za-z0-9_-]{60,200}'],
  ['facebook-token', 'EAA[A-Za-z0-9]{40,250}'],
  ['mapbox-token', '[sp]k\\.eyJ[A-Za-z0-9_-]{40,150}\\.[A-Za-z0-9_-]{20,40}'],
  ['airtable-token', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'],
  ['flyio-token', 'fo1_[A-Za-z0-9_-]{40,50}|fm\\d_[A-Za-z0-9+/=_-]{50,}'],
  ['age-key', 'AGE-SECRET-KEY-1[0-9A-Z]{58}'],
  ['onepassword-token', 'ops_eyJ[A-Za-z0-9+/=_-]{100,}'],
  ['discord-token', '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,42}'],
  ['jwt', 'eyJ[A-Za-z0-9_-]{8,}\\.(?:eyJ|[A-Za-z0-9_-]{2})[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]{10,}'],
  ['jwt', 'eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.?'],
]

const KINDS = TOKENS.map(([kind, pattern]) => [kind, new RegExp(`(?<![A-Za-z0-9])(?:${pattern})`, 'g')] as const)

/** Every token holds one of these; runs without are passed over in one look. */
const OPENING =
  /AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_|gl[a-z]{1,5}[-_]|xox|xapp|[srp]k_|whsec|AIza|ya29|GOCSPX|sk-|gsk_|pplx|hf_|r8_|npm_|pypi-|rubygems|dckr|SG\.|key-|-us\d|SK[0-9a-f]|AC[0-9a-f]|\dQ~|dapi|_v1_|shp|sq0|EAA|hv[sbr]\.|atlasv1|dp\.|NR[AI]|PMAK|lin_|ntn_|secret_|fig|AT[ACB]|pscale|sntry|sbp_|sb_|sl\.|k\.eyJ|pat[A-Za-z0-9]{14}\.|fo1_|fm\d_|AGE-|ops_|[MNO][\w-]{23,27}\.|eyJ/

const PEM = /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----/g
/** Up to its end, or as far as lines of base64 and headers go when that is missing. Keys are at most this long (RSA 16384). */
const PEM_BODY =
  /(?:\s|\\[nr]|[A-Z][A-Za-z-]{2,20}: [^\n]{0,80}\n|[A-Za-z0-9+/=]{16,}|[A-Za-z0-9+/=]{1,15}(?=\s|\\n|-----END))*(?:-----END (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----)?/y
const PEM_REACH = 16_384

const SLACK_HOOK = /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{20,120}/g
const TEAMS_HOOK = /https:\/\/[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9@/_-]{40,200}/g
const DISCORD_HOOK = /https:\/\/(?:\w{1,8}\.)?discord(?:app)?\.com\/api\/webhooks\/\d{15,21}\/[\w-]{50,80}/g
const TELEGRAM = /(?<![\w])\d{8,10}:AA[A-Za-z0-9_-]{33}(?![\w-])/g
/** What follows `scheme://` when it is user:password@host, in any scheme. */
const CREDENTIALS = /[^\s:@/"'`<>]{0,80}:([^\s@/"'`<>]{2,120})@[^\s"'`<>/]{2,200}(?:\/[^\s"'`<>]*)?/y
const SCHEME = /[a-z][a-z0-9+.-]{1,20}$/i
const PLACEHOLDER_PASSWORD = /^(?:\$|%|\{|<|\[|\*+$|x{3,}$|\.{3}|password$|pass$|pwd$|secret$|port$)/i

const find = (page: Page, report: Report): void => {
  const { text, survey } = page
  const tell = (kind: string, start: number, length: number, confidence: number): void =>
    report({ type: 'SECRET', kind, start, end: start + length, confidence })
  for (let r = 0; r < survey.runs.length; r += 2) {
    const from = survey.runs[r] ?? 0
    const run = text.slice(from, survey.runs[r + 1])
    if (!OPENING.test(run)) continue
    for (const [kind, pattern] of KINDS)
      for (const match of run.matchAll(pattern)) if (isVaried(match[0])) tell(kind, from + match.index, match[0].length, 0.97)
  }
  if (text.includes('-----BEGIN '))
    for (const match of text.matchAll(PEM)) {
      PEM_BODY.lastIndex = match[0].length
      const body = PEM_BODY.exec(text.slice(match.index, match.index + PEM_REACH))
      tell('private-key', match.index, match[0].length + (body?.[0].trimEnd().length ?? 0), 0.99)
    }
  if (text.includes('://')) {
    for (const hook of [SLACK_HOOK, TEAMS_HOOK, DISCORD_HOOK])
      for (const match of text.matchAll(hook)) tell('webhook', match.index, match[0].length, 0.97)
    for (const at of survey.assignments) {
      if (text.charAt(at + 1) !== '/' || text.charAt(at + 2) !== '/') continue
      CREDENTIALS.lastIndex = at + 3
      const match = CREDENTIALS.exec(text)
      const scheme =
        match && !PLACEHOLDER_PASSWORD.test(match[1] ?? '') ? SCHEME.exec(text.slice(Math.max(0, at - 21), at))?.[0] : undefined
      if (match && scheme !== undefined)
        tell('connection-string', at - scheme.length, scheme.length + 3 + match[0].replace(/[.,;)\]]+$/, '').length, 0.96)
    }
  }
  if (survey.digits.length > 0 && text.includes(':AA'))
    for (const match of text.matchAll(TELEGRAM)) tell('telegram-token', match.index, match[0].length, 0.96)
  assignedSecrets(page, report)
}

/** Placeholders repeat one character or spell a row: real tokens do neither. */
const isVaried = (token: string): boolean => {
  const tail = token.slice(-16)
  return new Set(tail).size >= 6 && !/(.)\1{7}/.test(token) && !/EXAMPLE$|xxxx|XXXX|0123456789abcdef0123|your[_-]/i.test(token)
}

/** Assembled here, so that no secret-looking string stands in the source. */
const sample = (...parts: string[]): string => parts.join('')
const noise = (length: number, alphabet = 'kT9vQ2mZx7RbLw4NcY8sHd3PfJ6gAe5U'): string =>
  Array.from({ length }, (_, i) => alphabet.charAt((i * 7 + (i >> 3) * 5) % alphabet.length)).join('')
const HEX = '3f9a1c7e5b2d8046'

export const secrets: Detector = {
  family: 'secrets',
  types: ['SECRET'],
  find,
  examples: [
    {
      type: 'SECRET',
      found: [
        `key «${sample('AK', 'IA', 'Q3EGR5ZT2WYB7XKM')}» leaked`,
        `«${sample('gh', 'p_', noise(36))}»`,
        `token: «${sample('xo', 'xb-', '2840193847-', noise(24))}»`,
        `STRIPE=«${sample('sk', '_live_', noise(24))}»`,
        `«${sample('AI', 'za', noise(35))}»`,
        `Bearer «${sample('ey', 'JhbGciOiJIUzI1NiJ9', '.', 'ey', noise(24), '.', noise(43))}»`,
        `«${sample('dap', 'i', noise(32, HEX))}»`,
        `use «${sample('postgres', '://app:', 'tr0ub4dor', '@db.internal:5432/x')}» here`,
        `«${sample('-----BEGIN RSA PRIV', 'ATE KEY-----\n', noise(60), '\n-----END RSA PRIV', 'ATE KEY-----')}»`,
        `my password is «${sample('Hunter', '2!x')}», keep it`,
        `Temp password set to «${sample('Lanyard-', 'Otter-47')}», change it`,
        `curl -u admin:«${sample('Pa55', 'phrase-x')}» https://example.com`,
        `DB_PASSWORD=«${sample('s3cr', 'et-Pa55')}»`,
        `{"apiKey": "«${noise(32)}»"}`,
        `aws_secret_access_key = «${noise(40)}»`,
        `Das Passwort lautet «${sample('Som', 'mer2024!')}».`,
        `AccountKey=«${sample(noise(86), '==')}»;`,
        `Authorization: Basic «${sample('YWxhZGRpbjpv', 'cGVuc2VzYW1l')}»`,
      ],
      ignored: [
        'the password is required',
        'password: string',
        'forgot your password? Click here',
        'const password = process.env.DB_PASSWORD',
        'password=${DB_PASSWORD}',
        'PASSWORD=********',
        'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        'commit 3f9a1c7e5b2d80463f9a1c7e5b2d80463f9a1c7e',
        'token: <your-token>',
        'the password was changed to protect you',
        'curl -u user:password https://example.com',
        'the secret of success is patience',
        'id 550e8400-e29b-41d4-a716-446655440000',
        'postgres://user:password@localhost/db',
        'the access token expires after 3600 seconds',
        'AKIAIOSFODNN7EXAMPLE',
      ],
    },
  ],
}
