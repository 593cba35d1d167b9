/**
 * What every reader turns its format into, and all that the rules in `facts/` ever see. A step is something that can
 * run; what is switched off, drawn as a comment, or kept as sample data never becomes one. Values of credentials are
 * never read, only their kind.
 */
export interface Artifact {
  format: Format
  /** The name its author gave it. Names are shown and never decide a fact. */
  name: string | null
  /** A whole agent talks to people by itself; a part (one topic, one tool) only runs inside something else. */
  shape: 'flow' | 'agent' | 'part'
  steps: Step[]
  /** Control flow: `to` may run after `from`. An agent has an edge to each tool it may call. */
  edges: Edge[]
  /** Ids of nodes of the control flow that wait for every way into them. */
  joins?: string[]
  /** What the reader could not follow, in words for the maker. */
  warnings: string[]
}

export const formats = ['n8n', 'power-automate', 'node-red', 'copilot-studio', 'flowise', 'dify', 'langflow'] as const
export type Format = (typeof formats)[number]

export interface Edge {
  from: string
  to: string
}

export interface Step {
  /** Unique in the artifact; edges refer to it. */
  id: string
  /** Where in the file, for a person to find it: a path and, where it has one, the author's name for it. */
  where: string
  /** The format's own word for what it is (`n8n-nodes-base.gmail`, `shared_office365.SendEmailV2`). */
  type: string
  starts?: TriggerKind[]
  /** Begins a path without starting a run: it handles what failed elsewhere. */
  entry?: true
  uses?: Use[]
  model?: ModelUse
  requests?: HttpRequest[]
  code?: Code[]
  human?: HumanStep
  subflow?: true
  /** Offered to an AI agent, which decides at run time whether to call it. */
  tool?: true
  /** A literal that later steps may refer to by name: variables, set fields. */
  assigns?: Assignment[]
  texts?: StepText[]
}

export type TriggerKind = 'manual' | 'schedule' | 'webhook' | 'form' | 'chat' | 'app-event' | 'subflow' | 'error' | 'mcp'

/** One product that a step reaches. `system` is an id of `tables/systems.ts`. */
export interface Use {
  system: string
  effect: Effect
  /** The format's own word for the operation, for the evidence. */
  operation?: string
  recipients?: Recipients
  /** 0–1; left out where the file says it plainly (0.95). */
  confidence?: number
  /** What makes it doubtful, as half a sentence. */
  doubt?: string
}

export type Effect =
  | 'reads'
  | 'writes'
  | 'sends' // a message to people
  | 'drafts' // prepared, not sent
  | 'publishes' // changes content that outsiders can see
  | 'listens' // a trigger waits for it
  | 'computes' // a model works on what it is given
  | 'remembers' // chat memory or a vector store only
  | 'pays' // moves money

export type Recipients =
  | { kind: 'runner'; because: string } // provably the person running it
  | { kind: 'directory' } // looked up among the organisation's people
  | { kind: 'fixed'; addresses: string[] }
  | { kind: 'computed' } // from the data that flows through
  | { kind: 'unknown' }

export interface ModelUse {
  /** A vendor's id, or null where the step runs whichever model is wired to it. */
  vendor: string | null
  /** Model name as written, where it is a literal. */
  name?: string
  /** A literal base address in place of the vendor's own. */
  baseUrl?: string
  /** The author's label of the credential: a hint at the vendor behind a compatible endpoint. */
  credentialLabel?: string
  confidence?: number
  doubt?: string
}

export interface HttpRequest {
  /** URL with every computed part replaced by `COMPUTED`. */
  url: string
  /** Names of variables or fields that make up the computed beginning of `url`, if any. */
  refs: string[]
  method: string
  /** The product whose stored sign-in is used, by `tables/systems.ts` id. */
  signInOf?: string
  /** Where code opened the connection, rather than a general HTTP step. */
  fromCode?: true
  recipients?: Recipients
}

/** Stands for a part of a text that is only known when the automation runs. */
export const COMPUTED = '\uFFFC'

export interface Code {
  language: 'javascript' | 'python' | 'shell' | 'other'
  text: string
  at: string
}

export interface HumanStep {
  because: string
  confidence?: number
  /** The person is asked before this step's own act, and not before what comes after it. */
  itself?: true
  /** The person stands before the tools behind this one; an agent can't go past. */
  forced?: true
}

export interface Assignment {
  name: string
  /** With every computed part replaced by `COMPUTED`. */
  value: string
  /** Names that make up the computed beginning of `value`, if any. */
  refs?: string[]
}

/** Text that a person wrote into a step. Computed parts are `COMPUTED`. */
export interface StepText {
  role: 'prompt' | 'message' | 'sender'
  text: string
}
