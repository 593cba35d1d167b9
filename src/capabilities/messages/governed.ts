import { governed } from '#src/ledger/index.ts'

export const messageSettings = governed({
  kind: 'message-settings',
  table: 'messagesSetting',
  columns: ['dryRun', 'dailyLetters', 'digestLines', 'language', 'address', 'mail'],
})

export const messagePreferences = governed({
  kind: 'message-preference',
  table: 'messagePreference',
  columns: ['channel', 'level', 'digestAt', 'quietFrom', 'quietTo', 'timeZone', 'language'],
})

export const messageTexts = governed({
  kind: 'message-text',
  table: 'messageText',
  columns: ['kind', 'language', 'subject', 'lines'],
})

export const personalChats = governed({ kind: 'personal-chat', table: 'personalChat', columns: ['personId', 'kind', 'host'] })

export const chatSettings = governed({ kind: 'chat-setting', table: 'chatSetting', columns: ['hosts'] })
