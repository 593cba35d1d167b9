/** Small words that matter to the walk over a text (`zones.ts`), because a finding may begin with them. */

/** Spelled-out signs of an e-mail address. */
export const SIGN_WORDS: ReadonlySet<string> = new Set('at dot arroba punkt point punto ponto ät'.split(' '))

/** Small words that open a street address. */
export const STREET_WORDS: ReadonlySet<string> = new Set(
  'ul al pl os nám str bd ulica aleja plac osiedle ulice náměstí strada bulevardul utca'.split(' '),
)

/** After one of these, a plain word may be the password. */
export const PASSWORD_WORDS: ReadonlySet<string> = new Set(
  (
    'password passwort passcode passphrase kennwort contraseña passe senha wachtwoord hasło lösenord passord adgangskode salasana heslo ' +
    'parola parole пароль pwd'
  ).split(' '),
)
