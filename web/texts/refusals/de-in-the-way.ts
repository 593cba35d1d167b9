/** What may keep a solution from running or from being confirmed, as the server says it, and the same in German. */
export const inTheWay: Readonly<Record<string, string>> = {
  'Nobody has approved it.': 'Niemand hat sie freigegeben. Reichen Sie sie ein, und warten Sie die Prüfung ab.',
  'What stands in the entry is not what was approved.':
    'Im Eintrag steht nicht, was freigegeben wurde. Lassen Sie die Revision das Hauptbuch prüfen, und erklären Sie die Lösung neu.',
  'One condition has to be met before.':
    'Eine Bedingung muss vorher erfüllt sein. Sagen Sie, dass sie es ist; wer sie setzte, bestätigt das.',
  'Nobody who still works here answers for it.':
    'Niemand, der noch hier arbeitet, steht dafür ein. Bieten Sie sie jemandem an; diese Person muss annehmen.',
  'Its entry has expired.': 'Der Eintrag ist abgelaufen. Bestätigen Sie, dass er noch stimmt.',
  'Nobody has written down how it was before.':
    'Niemand hat aufgeschrieben, wie es vorher war. Sagen Sie, was sie bringen soll und wie es bisher war; eine Minute genügt.',
  'A change of it is under way.': 'Eine Änderung ist unterwegs. Lassen Sie sie freigeben, oder ziehen Sie sie zurück.',
  'The charter in force does not allow it any more.':
    'Die geltende Charta erlaubt das nicht mehr. Ändern Sie, was sie tut, und erklären Sie das.',
  'Nothing of it was approved.': 'Nichts davon ist freigegeben. Reichen Sie sie zuerst ein.',
  'You have not put your name under the standards for your own work.':
    'Ihr Name steht noch nicht unter den Standards für Ihre eigene Arbeit. Lesen Sie sie beim Einreichen, und nehmen Sie sie an.',
}

const several = (count: string): string =>
  `${count} Bedingungen müssen vorher erfüllt sein. Sagen Sie, dass sie es sind; wer sie setzte, bestätigt das.`

const stopped: Readonly<Record<string, string>> = {
  It: 'Sie ist',
  'A tool that it uses': 'Ein Werkzeug, das sie benutzt, ist',
  'A model of a tool that it uses': 'Ein Modell eines Werkzeugs, das sie benutzt, ist',
  'Its unit': 'Ihre Einheit ist',
}

/** Which stop covers it, and who lifts that; undefined for any other reason. */
const sayStopped = (reason: string): string | undefined => {
  const [, thing = '', key = ''] = /^(.+) is stopped \((STOP-\d+)\)\.$/u.exec(reason) ?? []
  const said = stopped[thing]
  return said === undefined
    ? undefined
    : `${said} angehalten (${key}). IT-Sicherheit, Kompetenzzentrum oder Programmleitung schlagen vor, den Stopp aufzuheben; jemand anderes von dort beschließt es.`
}

/** The same of a reason that may count or name a stop; undefined where it has no German of its own. */
export const sayInTheWay = (reason: string): string | undefined => {
  const [, count] = /^(\d+) conditions have to be met before\.$/u.exec(reason) ?? []
  return count === undefined ? (inTheWay[reason] ?? sayStopped(reason)) : several(count)
}
