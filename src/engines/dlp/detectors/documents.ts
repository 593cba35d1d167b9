import { labelledFinder } from '../labelled.ts'
import type { Detector } from '../types.ts'

/** ICAO 9303 allows nine letters and digits; national series are one or two letters and six to nine digits. */
const PASSPORT =
  /[A-Z]{1,2} ?\d{6,8}(?:[A-Z]|<)?|\d{8,9}|\d{2} ?[A-Z]{2} ?\d{5}|[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}|[A-Z]\d{2}[A-Z]{2}\d{4}|[A-Z]{3}\d{6}[A-Z]?|\d{2} \d{2} \d{6}|\d{7}/i

/** The forms of the fifty states and DC (AAMVA), coarse: the label carries the weight. */
const LICENCE =
  /[A-Z]{1,2}\d{2,3}-\d{3,4}-\d{2,4}(?:-\d{2,4}){0,2}(?:-\d)?|[A-Z]\d{3} \d{3} \d{2,3} \d{3}(?: \d)?|[A-Z]\d{4} \d{5} \d{5}|[A-Z]{2,3}[- ]?\d{2}[- ]?\d{4}|\d{3}-\d{2}-\d{4}|\d{3}-\d{3}-\d{3,4}|\d{2}-\d{3}-\d{4}|\d{2}-\d{2}-\d{4}|\d{3} \d{3} \d{3}|\d{2} \d{3} \d{3,4}|[A-Z]\d{2}-\d{2}-\d{4}|[A-Z]-\d{3}-\d{3}-\d{3}-\d{3}|[A-Z]{1,3}\d{4,14}[A-Z]?|\d{2,3}[A-Z]{2,3}\d{3,5}|\d{4,14}[A-Z]{0,2}|[A-Z]{3}\*{1,2}[A-Z0-9]{6,9}|[A-Z]{5,7}[A-Z0-9*]{1,3}\d{3}[A-Z0-9]{2}|[A-Z]\d[A-Z]\d[A-Z]\d{3,4}[A-Z]?|[A-Z]{1,3}-\d{2}-\d{4}|[A-Z]{2} ?\d{6}[A-Z]|[A-Z] \d{3} \d{3} \d{3} \d{3}|(?=(?:[A-Z]*\d){4})(?=\d*[A-Z])[A-Z0-9]{6,16}/i

const MEDICAL = /[A-Z]{1,4}[-/ ]?\d{4,12}(?:-\d{1,4})?|\d{2,4}(?:-\d{2,4}){1,3}|\d{4,12}(?:[-/][A-Z0-9]{1,4})?/i

export const documents: Detector = {
  family: 'documents',
  types: ['PASSPORT', 'US_DRIVER_LICENSE', 'MEDICAL_RECORD'],
  find: labelledFinder([
    {
      type: 'PASSPORT',
      label:
        'passport|reisepass(?:nummer)?|passnummer|passeport|pasaporte|passaporto|paspoort(?:nummer)?|passaporte|paszport(?:u)?|pass(?:nr|nummer)|passi(?:n numero)?|διαβατήρι\\p{L}*|паспорт\\p{L}*|pasaport|护照|旅券番号|여권(?:번호)?|पासपोर्ट',
      value: PASSPORT,
      confidence: 0.9,
    },
    {
      type: 'US_DRIVER_LICENSE',
      label:
        "driver'?’?s?'? ?(?:'s )?licen[cs]es?|drivers? licen[cs]e|driving licen[cs]e|driver lic|dl ?#|dl(?= ?(?:no|num|number|id|:|is))|dl(?= [A-Z]\\d{4})|d\\.l\\.|operator'?s licen[cs]e|license(?= (?:number|no|id|#))|licence(?= number)|licen[cs]e(?= [A-Z]\\d{3})|cdl",
      value: LICENCE,
      confidence: 0.88,
    },
    {
      type: 'MEDICAL_RECORD',
      label:
        'mrn|medical record|patient (?:id|no|num|ref)|patient(?=#)|chart (?:no|num|#)|hospital (?:no|number|id)|health record|patientennummer|patienten-?id|fallnummer|num[ée]ro de patient|dossier m[ée]dical|historia cl[íi]nica|cartella clinica|pati[ëe]ntnummer|prontu[áa]rio|emr|ehr(?= id)',
      value: MEDICAL,
      confidence: 0.88,
    },
  ]),
  examples: [
    {
      type: 'PASSPORT',
      found: ['passport number «C01X00T47»', 'Passport: «912803456»', 'Reisepass Nr. «C4J8K2L3M»', 'my passport is «X12345678»'],
      ignored: ['passport 12', 'passport office opened 1920', 'order X12345678'],
    },
    {
      type: 'US_DRIVER_LICENSE',
      found: [
        "driver's license «D1234567»",
        'DL# «S123-456-78-901-0»',
        'Her driver license number is «H12345678»',
        'driver license: «123456789»',
        'badge 004812, DL «D5938264» (CA)',
      ],
      ignored: ['license MIT 2024', 'driver license renewal', 'D1234567'],
    },
    {
      type: 'MEDICAL_RECORD',
      found: ['MRN: «00123456»', 'medical record number «MR-4482913»', 'Patient ID «8839201»'],
      ignored: ['patient waited 20 minutes', 'record 4482913'],
    },
  ],
}
