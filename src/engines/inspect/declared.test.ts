import { describe, expect, it } from 'vitest'
import { call, flow, n8n, node } from './cases/build.ts'
import { declaredFrom, inspect, type Source } from './index.ts'

const declared = (source: Source) => declaredFrom(inspect(source))
const agent = node('Agent', 'lc:agent', {})

describe('from detected to declared', () => {
  it('claims an integration of what is certain, and leaves the list open', () => {
    expect(declared(n8n('a', [node('CRM', 'hubspot'), node('Pay', 'stripe', { resource: 'charge', operation: 'get' })])).facts).toEqual({
      integrations: ['crm', 'payment', 'not-sure'],
    })
  })

  it('says that AI content leaves only where a model stands before the way out', () => {
    const mail = node('Mail', 'gmail', { sendTo: '={{ $json.email }}' })
    const fed = declared(n8n('a', [node('New', 'webhook'), agent, mail], ['New > Agent > Mail']))
    const apart = declared(n8n('a', [node('New', 'webhook'), agent, mail], ['New > Agent', 'New > Mail']))
    expect(fed.facts).toMatchObject({ externalContent: true, decisionImpact: ['external-facing', 'not-sure'] })
    expect(apart.facts).not.toHaveProperty('externalContent')
    expect(apart.facts).toMatchObject({ decisionImpact: ['external-facing', 'not-sure'] })
  })

  it('only asks about what is doubtful', () => {
    const { facts, ask } = declared(
      n8n('a', [node('New', 'webhook'), agent, node('Mail', 'gmail', { sendTo: 'me@acme.example' })], ['New > Agent > Mail']),
    )
    expect(facts).toEqual({})
    expect(ask.map(({ fact }) => fact)).toEqual(['externalContent', 'humanReview'])
  })

  it('asks about every candidate for a prohibition and claims none', () => {
    const { facts, ask } = declared(
      n8n(
        'a',
        [
          node('New', 'webhook'),
          node('DB', 'postgres'),
          node('Mail', 'emailSend', { fromEmail: 'Sarah Miller <s@acme.example>', toEmail: '={{ $json.to }}' }),
        ],
        ['New > DB > Mail'],
      ),
    )
    expect(facts).not.toHaveProperty('sendsAs')
    expect(JSON.stringify(facts)).not.toContain('production-database')
    expect(ask.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['integrations', 'sendsAs']))
  })

  it('counts a review only where it stands on every way out', () => {
    const out = call('office365', 'SendEmailV2', { 'emailMessage/To': "@triggerBody()?['x']" }, ['Ask'])
    const ask = call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook')
    expect(declared(flow('a', { Ask: ask, Mail: out })).facts).toMatchObject({ humanReview: { present: true } })
    expect(declared(flow('a', { Ask: ask, Mail: { ...out, runAfter: {} } })).facts).not.toHaveProperty('humanReview')
  })

  it('narrows the audience where a team sees it, without naming one', () => {
    const { facts, harmless } = declared(n8n('a', [node('Each day', 'cron'), node('Say', 'slack', { text: 'x' })], ['Each day > Say']))
    expect(facts).toEqual({ audience: { among: ['my-team', 'business-unit', 'whole-company', 'outside'] } })
    expect(harmless).toEqual({ audience: 'my-team' })
  })
})
