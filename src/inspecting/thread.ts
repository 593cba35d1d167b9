import { answerTasks } from '#src/aside/index.ts'
import { inspect } from '#src/engines/inspect/index.ts'

answerTasks(inspect)
