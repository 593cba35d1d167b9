import type { Detector } from '../types.ts'
import { bank } from './bank.ts'
import { cards } from './card.ts'
import { email } from './email.ts'
import { northAmericanIds } from './ids-north-america.ts'
import { network } from './network.ts'
import { url } from './url.ts'

/** The one list of what the scanner can find. */
export const DETECTORS: readonly Detector[] = [email, url, network, cards, bank, northAmericanIds]
