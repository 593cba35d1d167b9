import { readFileSync } from 'node:fs'

const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

/**
 * When a process was born, as "<boot id> <clock ticks since boot>", so that a recorded pid that a reboot or a
 * container's restart gave to another process isn't taken for the first one. Empty where there is no /proc.
 * Field 22 of /proc/<pid>/stat (proc_pid_stat(5)); field 2, the name, may hold spaces and brackets itself.
 */
export const birthOf = pid => {
  const stat = readOr(`/proc/${pid}/stat`, '')
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks ? `${readOr('/proc/sys/kernel/random/boot_id', '').trim()} ${ticks}` : ''
}

/** Whether the process that was recorded as `pid`, born at `birth` (empty: not known), still runs. */
export const isAlive = ({ pid, birth }) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there, it is another user's.
    if (error.code !== 'EPERM') return false
  }
  return birth === '' || birthOf(pid) === birth
}
