import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './sources.ts'

export interface Checkout {
  /** Its folder; there is a space in it, as there is in many people's. */
  folder: string
  write(path: string, text: string): void
  remove(): void
}

/** A small checkout of its own: our `parts`, copied from the real one, and whatever a test writes beside them. */
export const makeCheckout = (parts: readonly string[]): Checkout => {
  const folder = join(mkdtempSync(join(realpathSync(tmpdir()), 'guildhall-test-')), 'my checkout')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  return { folder, write, remove: () => rmSync(dirname(folder), { recursive: true, force: true }) }
}

export interface Started {
  child: ChildProcess
  /** All it printed so far, on both streams. */
  said(): string
  /** Resolves once it printed this. */
  says(text: string): Promise<void>
  /** How it ended: its code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** Starts a program and listens to it. */
export const start = (program: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Started => {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (heard: Buffer) => {
    text += heard.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return {
    child,
    said: () => text,
    says: wanted =>
      new Promise(resolve => {
        const look = () => {
          if (!text.includes(wanted)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'))
    }),
  }
}
