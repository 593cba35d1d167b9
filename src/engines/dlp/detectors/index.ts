import type { Detector } from '../types.ts'
import { bank } from './bank.ts'
import { cards } from './card.ts'
import { email } from './email.ts'
import { idsBeyondEurope } from './ids-beyond-europe.ts'
import { britishIds } from './ids-britain.ts'
import { northAmericanIds } from './ids-north-america.ts'
import { northernEuropeanIds } from './ids-northern-europe.ts'
import { southernEuropeanIds } from './ids-southern-europe.ts'
import { westernEuropeanIds } from './ids-western-europe.ts'
import { network } from './network.ts'
import { url } from './url.ts'

/** The one list of what the scanner can find. */
export const DETECTORS: readonly Detector[] = [
  email,
  url,
  network,
  cards,
  bank,
  northAmericanIds,
  britishIds,
  westernEuropeanIds,
  southernEuropeanIds,
  northernEuropeanIds,
  idsBeyondEurope,
]
