import { describe, expect, it } from 'vitest'
import { COMPUTED, type Code } from '../model.ts'
import { readExpression } from './javascript.ts'
import { readCode } from './read.ts'

const read = (language: Code['language'], text: string) => readCode({ language, text, at: '' })
const urls = (language: Code['language'], text: string): string[] =>
  read(language, text).requests.map(({ method, url }) => `${method} ${url}`)

describe('JavaScript of a code node', () => {
  it('finds calls by every usual client, with constants put together', () => {
    expect(
      urls('javascript', "const base = 'https://a.example'; const r = await fetch(`${base}/v1/${$json.id}`, { method: 'POST' })"),
    ).toEqual([`POST https://a.example/v1/${COMPUTED}`])
    expect(urls('javascript', "return axios.put('https://a.example' + '/x')")).toEqual(['PUT https://a.example/x'])
    expect(
      urls('javascript', "const options = { url: 'https://a.example/y', method: 'DELETE' }; await this.helpers.httpRequest(options)"),
    ).toEqual(['DELETE https://a.example/y'])
    expect(urls('javascript', "const config = { host: 'https://a.example' }; got(config.host)")).toEqual(['GET https://a.example'])
    expect(urls('javascript', "const x = new XMLHttpRequest(); x.open('PATCH', 'https://a.example/z')")).toEqual([
      'PATCH https://a.example/z',
    ])
    expect(urls('javascript', "https.request({ hostname: 'a.example', path: '/p' })")).toEqual(['GET https://a.example/p'])
    expect(urls('javascript', "fetch(process.env.BASE || 'https://a.example')")).toEqual(['GET https://a.example'])
  })

  it('takes a URL in a text, a comment or a table for what it is', () => {
    expect(
      urls('javascript', "// fetch('https://a.example')\nconst links = ['https://b.example']; return links.map(l => `<a href=\"${l}\">`)"),
    ).toEqual([])
  })

  it('knows imports of every form, and connection strings', () => {
    expect(read('javascript', "import OpenAI from 'openai'\nconst fs = require('node:fs')\nawait import('pg')").modules.toSorted()).toEqual(
      ['fs', 'openai', 'pg'],
    )
    expect(read('javascript', "connect('mongodb+srv://u:p@h/db')").schemes).toEqual(['mongodb+srv'])
  })

  it('says so when it cannot parse, and follows no name in circles', () => {
    expect(read('javascript', 'return {{ $json }} +').parsed).toBe(false)
    expect(urls('javascript', 'const a = b; const b = a; fetch(a)')).toEqual([`GET ${COMPUTED}`])
  })

  it('keeps a path behind a name that an earlier step filled, and which name that is', () => {
    expect(read('javascript', "msg.url = msg.base + '/a/' + msg.url; msg.topic = `${flow.get('x')}-b`").assigns).toEqual([
      { name: 'url', value: `${COMPUTED}/a/${COMPUTED}`, refs: ['base', 'msg'] },
    ])
  })

  it('tells the literal part of an expression, and what the rest is read from', () => {
    expect(readExpression("'https://a.example/' + $json.id")?.text).toBe(`https://a.example/${COMPUTED}`)
    expect(readExpression("$('Set').item.json.base_url")).toMatchObject({ text: COMPUTED, refs: expect.arrayContaining(['base_url']) })
    expect(readExpression("$('Set').item.json.base_url")?.refs[0]).toBe('base_url')
    expect(readExpression('{{')).toBeNull()
  })
})

describe('Python of a code node', () => {
  it('finds calls with names, joined strings and f-strings', () => {
    expect(urls('python', 'base = "https://a.example"\nrequests.post(base + "/v1", json={})')).toEqual(['POST https://a.example/v1'])
    expect(urls('python', 'httpx.get(f"https://a.example/{item}")')).toEqual([`GET https://a.example/${COMPUTED}`])
    expect(urls('python', 'requests.request("DELETE", "https://a.example/x")')).toEqual(['DELETE https://a.example/x'])
    expect(urls('python', 'urllib.request.urlopen(url="https://a.example")')).toEqual(['GET https://a.example'])
  })

  it('takes comments and documentation for what they are', () => {
    expect(
      urls('python', '# requests.get("https://a.example")\n"""\nimport psycopg2\nrequests.get("https://b.example")\n"""\nx = 1'),
    ).toEqual([])
    expect(read('python', '"""\nimport psycopg2\n"""').modules).toEqual([])
  })

  it('knows imports of every form', () => {
    expect(
      read('python', 'import os, psycopg2 as pg\nfrom google.cloud import bigquery\nif True:\n    import redis').modules.toSorted(),
    ).toEqual(['google.cloud', 'google.cloud.bigquery', 'os', 'psycopg2', 'redis'])
    expect(read('python', 'important = 1\nself.import_x("pg")').modules).toEqual([])
  })
})

describe('a command line', () => {
  it('finds what it fetches and the databases it opens', () => {
    expect(urls('shell', `curl -X PUT "https://a.example/x?y=$Z" && wget -q https://b.example`)).toEqual([
      `PUT https://a.example/x?y=${COMPUTED}`,
      'GET https://b.example',
    ])
    expect(urls('shell', "curl -d '{}' https://a.example")).toEqual(['POST https://a.example'])
    expect(read('shell', '/usr/bin/psql -h db -c "select 1" | grep x').schemes).toEqual(['postgres'])
    expect(urls('shell', 'echo https://a.example')).toEqual([])
  })
})
