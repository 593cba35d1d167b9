/** Work in a thread of its own, within its time and its memory. */
export { createAside } from './aside.ts'
export { answerTasks } from './thread.ts'
