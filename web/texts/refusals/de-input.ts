import type { Blocker } from './said.ts'

/** What to write instead, by what the server says to write, with `#` for its number. */
export const inputRemedies: Readonly<Record<string, string>> = {
  'Write something here.': 'Hier fehlt noch etwas. Schreiben Sie es hin.',
  'Use at most # characters.': 'Das ist zu lang. Schreiben Sie höchstens # Zeichen.',
  'Remove invisible control characters.': 'Darin sind unsichtbare Steuerzeichen. Entfernen Sie sie.',
  'Write one address, such as name@company.example.': 'Das ist keine E-Mail-Adresse. Schreiben Sie eine, wie name@firma.example.',
  'Write a job title of at most # characters on one line.':
    'Das ist zu lang oder nicht eine Zeile. Schreiben Sie höchstens # Zeichen in einer Zeile.',
  'Write it without “ / ”: that stands between a unit and the next in a path.':
    'Darin steht „ / “, das in einem Pfad die Einheiten trennt. Schreiben Sie den Namen ohne.',
  'Write an e-mail address, such as name@company.com.': 'Das ist keine E-Mail-Adresse. Schreiben Sie eine, wie name@firma.de.',
  'Give an address that begins with https://.': 'Das ist keine solche Adresse. Geben Sie eine an, die mit https:// beginnt.',
  'Write a whole number of days.': 'Das sind keine ganzen Tage. Schreiben Sie eine ganze Zahl.',
  'At least one day.': 'Das ist zu kurz. Schreiben Sie mindestens einen Tag.',
  'At most # days; a program can get a new one in time.':
    'Das ist zu lang. Schreiben Sie höchstens # Tage; ein Programm bekommt rechtzeitig ein neues.',
  'Write whole hours.': 'Das sind keine ganzen Stunden. Schreiben Sie eine ganze Zahl.',
  'At least one hour.': 'Das ist zu kurz. Schreiben Sie mindestens eine Stunde.',
  'At most four hours; then a second person is awake.':
    'Das ist zu lang. Schreiben Sie höchstens vier Stunden; danach ist eine zweite Person wach.',
  'Say at least one change.': 'Es ist nichts geändert. Ändern Sie mindestens eines.',
  'Name at least one class of data.': 'Es ist nichts gewählt. Wählen Sie mindestens eine Art von Daten.',
  'Type the password.': 'Das Passwort fehlt. Schreiben Sie es.',
  'Type the code.': 'Der Code fehlt. Schreiben Sie ihn.',
  'A code has six digits; a recovery code ten letters.':
    'Das ist kein Code. Er hat sechs Ziffern, ein Ersatzcode zehn Buchstaben; schreiben Sie einen davon.',
  'Write a whole number of minutes.': 'Das sind keine ganzen Minuten. Schreiben Sie eine ganze Zahl.',
  'Give people at least # minutes.': 'Das ist zu kurz. Geben Sie mindestens # Minuten.',
  'At most # minutes of working time.': 'Das ist zu lang. Schreiben Sie höchstens # Minuten Arbeitszeit.',
  'At most # days.': 'Das ist zu lang. Schreiben Sie höchstens # Tage.',
  'Name at least one person.': 'Niemand ist gewählt. Nennen Sie mindestens eine Person.',
  'Name at most # people.': 'Das sind zu viele. Nennen Sie höchstens # Personen.',
  'Name each person once.': 'Jemand steht zweimal da. Nennen Sie jede Person einmal.',
  'Send at most # bytes of text.': 'Das ist zu lang. Kürzen Sie es auf höchstens # Bytes.',
  'Write a host such as hooks.slack.com, or *.example.com for all below it.':
    'Das ist kein Host. Schreiben Sie einen wie hooks.slack.com, oder *.example.com für alles darunter.',
  'Open at most # hosts.': 'Das sind zu viele. Öffnen Sie höchstens # Hosts.',
  'Send a number.': 'Das ist keine Zahl. Schreiben Sie eine.',
}

/** What is wrong with something that was filled in, and what to write instead. */
export const sayInput = ({ remedy }: Blocker): string | undefined =>
  inputRemedies[remedy.replace(number, '#')]?.replace('#', number.exec(remedy)?.[0] ?? '')

const number = /\d+/u
