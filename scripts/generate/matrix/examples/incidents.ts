import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const incident = { version: 1, openedByHuman: 'somebody' }
const incidents = { 'an incident': incident, 'no such incident': undefined }

const actions = {
  'one’s own to do': byCaller(({ id }) => ({ version: 1, action: { ownerId: id }, incident })),
  'somebody else’s to do': { version: 1, action: { ownerId: 'somebody' }, incident },
  'no such action': undefined,
}

export const incidentsExamples: Examples = {
  'change-incident': incidents,
  'contain-incident': incidents,
  'close-incident': {
    'an incident that somebody else opened': incident,
    'an incident that one opened oneself': byCaller(({ human }) => ({ version: 1, openedByHuman: human })),
    'no such incident': undefined,
  },
  'add-incident-note': incidents,
  'add-incident-action': incidents,
  'complete-incident-action': actions,
  'defer-incident-action': actions,
}
