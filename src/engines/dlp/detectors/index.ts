import type { Detector } from '../types.ts'
import { address } from './address.ts'
import { age } from './age.ts'
import { bank } from './bank.ts'
import { cards } from './card.ts'
import { cryptoAddresses } from './crypto.ts'
import { dates } from './dates.ts'
import { documents } from './documents.ts'
import { email } from './email.ts'
import { idsBeyondEurope } from './ids-beyond-europe.ts'
import { britishIds } from './ids-britain.ts'
import { northAmericanIds } from './ids-north-america.ts'
import { northernEuropeanIds } from './ids-northern-europe.ts'
import { southernEuropeanIds } from './ids-southern-europe.ts'
import { westernEuropeanIds } from './ids-western-europe.ts'
import { names } from './names.ts'
import { network } from './network.ts'
import { phone } from './phone.ts'
import { secrets } from './secrets.ts'
import { url } from './url.ts'
import { vehicle } from './vehicle.ts'

/** The one list of what the scanner can find. */
export const DETECTORS: readonly Detector[] = [
  email,
  url,
  network,
  cards,
  bank,
  phone,
  northAmericanIds,
  britishIds,
  westernEuropeanIds,
  southernEuropeanIds,
  northernEuropeanIds,
  idsBeyondEurope,
  secrets,
  cryptoAddresses,
  documents,
  vehicle,
  dates,
  age,
  address,
  names,
]
